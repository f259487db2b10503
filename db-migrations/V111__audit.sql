-- The append-only log. Entries are chained: each hash covers the hash before it.

create table audit_entry (
  seq                 bigint                      not null primary key,
  at                  timestamp(6) with time zone not null,
  actor_kind          varchar(20)                 not null,
  actor_id            uuid                        not null,
  actor_name          varchar(100)                not null,
  address             varchar(64)                 not null,
  action              varchar(100)                not null,
  subject_kind        varchar(50)                 not null,
  subject_id          varchar(400)                not null,
  subject_display     varchar(400)                not null,
  subject_environment varchar(64)                 not null,
  result              varchar(20)                 not null,
  detail              varchar(20000)              not null,
  previous_hash       varchar(64)                 not null,
  hash                varchar(64)                 not null
);
comment on table audit_entry is 'What was done or refused, by whom and when; never changed, never deleted';
comment on column audit_entry.seq is 'Counted from 1 without gaps';
comment on column audit_entry.detail is 'A JSON object, kept as text because the hash covers its very characters';
comment on column audit_entry.hash is 'SHA-256 in hexadecimal; docs/audit.md says over what';
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor_id, seq);
create index audit_entry_action on audit_entry (action, seq);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq);

create table audit_head (
  id   smallint    not null primary key check (id = 1),
  seq  bigint      not null,
  hash varchar(64) not null
);
comment on table audit_head is 'The newest entry; its one row is locked by each append, so that several consoles make one chain';
insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
