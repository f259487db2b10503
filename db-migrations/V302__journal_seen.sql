-- What each cluster was like when the console last looked: what changed while it was away is told.

create table journal_seen (
  dcs             varchar(63)   not null,
  cluster         varchar(512)  not null,
  at              timestamp(6) with time zone not null,
  leader          varchar(512)  not null,
  reign           bigint        not null,
  config_revision bigint        not null,
  paused          boolean       not null,
  primary key (dcs, cluster)
);
comment on table journal_seen is 'What each cluster was like when the console last looked';
comment on column journal_seen.leader is 'Who held the leader key; empty: nobody did';
comment on column journal_seen.reign is 'The revision that made the leader key; 0: nobody held it';
