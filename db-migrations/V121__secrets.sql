-- Credentials, encrypted with a key that is not in this database.

create table secret_key (
  id          smallint                    not null primary key check (id = 1),
  key_id      varchar(32)                 not null,
  check_value bytea                       not null,
  created_at  timestamp(6) with time zone not null
);
comment on table secret_key is 'Which key the secrets are encrypted with; tells a wrong key from the right one';
comment on column secret_key.check_value is 'A known text encrypted with the key: nonce, then ciphertext and tag';

create table secret (
  id          uuid                        not null primary key,
  name        varchar(200)                not null,
  key_id      varchar(32)                 not null,
  sealed      bytea                       not null,
  created_at  timestamp(6) with time zone not null,
  replaced_at timestamp(6) with time zone
);
comment on table secret is 'Credentials by id';
comment on column secret.sealed is 'AES-256-GCM: nonce, then ciphertext and tag; bound to id and key';
