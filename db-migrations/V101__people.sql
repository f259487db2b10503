-- People who may sign in, what they may do and where, and tokens for programs.

create table person (
  id            uuid                        not null primary key,
  name          varchar(64)                 not null constraint person_name_taken unique,
  display_name  varchar(100)                not null,
  scope         varchar(7000)               not null,
  password_hash varchar(300)                not null,
  credentials   bigint                      not null,
  disabled      boolean                     not null,
  created_at    timestamp(6) with time zone not null,
  last_sign_in  timestamp(6) with time zone,
  version       bigint                      not null
);
comment on table person is 'Who may sign in; a person is disabled, never deleted: votes and entries refer to them';
comment on column person.name is 'Sign-in name in its one form: Unicode NFC, lower case';
comment on column person.scope is 'Environments that the roles reach, separated by commas; * for all';
comment on column person.password_hash is 'Algorithm in braces, then its hash';
comment on column person.credentials is 'Counts new passwords and disablings; sessions that began under an older number end';
comment on column person.version is 'Counts changes of name, roles, scope and state';

create table person_role (
  person_id uuid        not null references person (id),
  role      varchar(20) not null,
  primary key (person_id, role)
);
comment on table person_role is 'Roles of people: VIEWER, DBA, APPROVER, MANAGER, ADMIN';

create table access_lock (
  id smallint not null primary key check (id = 1)
);
comment on table access_lock is 'One row, locked while administrators change, so that the last one stays';
insert into access_lock (id) values (1);

create table api_token (
  id         uuid                        not null primary key,
  name       varchar(64)                 not null,
  digest     varchar(64)                 not null constraint api_token_digest_taken unique,
  created_by varchar(64)                 not null,
  created_at timestamp(6) with time zone not null,
  last_used  timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone
);
comment on table api_token is 'Tokens for programs; they read only';
comment on column api_token.digest is 'SHA-256 of the token in hexadecimal; the token itself is kept nowhere';

create table sign_in_failure (
  account      varchar(64)                 not null,
  address      varchar(64)                 not null,
  failures     integer                     not null,
  since        timestamp(6) with time zone not null,
  locked_until timestamp(6) with time zone,
  primary key (account, address)
);
comment on table sign_in_failure is 'Wrong passwords of the last minutes, by name tried and address';
comment on column sign_in_failure.account is 'The name that was tried; empty counts the address over all names';
create index sign_in_failure_since on sign_in_failure (since);
