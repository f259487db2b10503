-- What is known and kept: environments, DCS endpoints, clusters, expected members, hosts.

create table environment (
  name        varchar(63) not null primary key,
  colour      varchar(7)  not null,
  production  boolean     not null,
  criticality varchar(10) not null,
  account     varchar(32) not null,
  owner       varchar(32),
  version     bigint      not null
);
comment on table environment is 'Where clusters and hosts belong, and as whom the console logs in there';
comment on column environment.owner is 'The account that owns the instances, reached by sudo; null when the account owns them itself';

create table dcs (
  name            varchar(63)                 not null primary key,
  endpoints       varchar(5000)               not null,
  prefix          varchar(600)                not null,
  environment     varchar(63) references environment (name),
  ca_pem          varchar(70000),
  certificate_pem varchar(70000),
  key_secret      uuid,
  username        varchar(100),
  password_secret uuid,
  since           timestamp(6) with time zone not null,
  version         bigint                      not null
);
comment on table dcs is 'DCS endpoints; keys and passwords are in the table of secrets, encrypted';
comment on column dcs.endpoints is 'URLs separated by single spaces';
comment on column dcs.environment is 'Of its clusters unless they have one of their own';
comment on column dcs.key_secret is 'The secret that holds the private key in PKCS#8';

create table rest_identity (
  dcs             varchar(63)  not null references dcs (name) on delete cascade,
  cluster         varchar(512) not null,
  ca_pem          varchar(70000),
  certificate_pem varchar(70000),
  key_secret      uuid,
  primary key (dcs, cluster)
);
comment on table rest_identity is 'Whom the console trusts and who it is towards Patroni''s REST';
comment on column rest_identity.cluster is 'Empty: of every cluster of the DCS that has none of its own';

create table cluster_record (
  dcs           varchar(63)                 not null references dcs (name) on delete cascade,
  cluster       varchar(512)                not null,
  environment   varchar(63) references environment (name),
  site          varchar(60)                 not null,
  application   varchar(100)                not null,
  owner         varchar(200)                not null,
  on_call       varchar(200)                not null,
  criticality   varchar(10),
  runbook       varchar(500)                not null,
  tags          varchar(2000)               not null,
  entry_kind    varchar(63),
  entry_address varchar(253),
  first_seen    timestamp(6) with time zone not null,
  version       bigint                      not null,
  primary key (dcs, cluster)
);
comment on table cluster_record is 'What is kept of clusters; they appear by themselves, people add the rest';
comment on column cluster_record.cluster is 'Patroni''s scope exactly as in the DCS; may be hostile text';
comment on column cluster_record.tags is 'Separated by line feeds';

create table expected_member (
  dcs             varchar(63)                 not null,
  cluster         varchar(512)                not null,
  member          varchar(512)                not null,
  last_role       varchar(30)                 not null,
  host            varchar(300),
  port            integer                     not null,
  api_url         varchar(2048),
  first_seen      timestamp(6) with time zone not null,
  absent_since    timestamp(6) with time zone,
  retired_at      timestamp(6) with time zone,
  retired_by      varchar(100),
  retired_because varchar(500),
  primary key (dcs, cluster, member),
  foreign key (dcs, cluster) references cluster_record (dcs, cluster) on delete cascade
);
comment on table expected_member is 'Members that were seen, until a person retires them';
comment on column expected_member.absent_since is 'Since when its key is gone; null while it is there';

create table host (
  id                uuid         not null primary key,
  name              varchar(253) not null constraint host_name_taken unique,
  address           varchar(253) not null,
  port              integer      not null,
  environment       varchar(63)  not null references environment (name),
  site              varchar(60)  not null,
  resolved          varchar(1000) not null,
  alarm_fingerprint varchar(100),
  alarm_at          timestamp(6) with time zone,
  version           bigint       not null,
  constraint host_address_taken unique (address, port)
);
comment on table host is 'Hosts that a person added; nothing is sent to any other';
comment on column host.resolved is 'What the name resolved to when a person added it or confirmed its key, separated by single spaces';
comment on column host.alarm_fingerprint is 'Set while the host shows another key than the confirmed ones';

create table host_key (
  host         uuid                        not null references host (id) on delete cascade,
  type         varchar(60)                 not null,
  fingerprint  varchar(100)                not null,
  confirmed_at timestamp(6) with time zone not null,
  confirmed_by varchar(100)                not null,
  primary key (host, fingerprint)
);
comment on table host_key is 'Host keys that a person confirmed';

create table host_facts (
  host           uuid                        not null primary key references host (id) on delete cascade,
  collected_at   timestamp(6) with time zone not null,
  host_name      varchar(300)                not null,
  pglift_version varchar(60),
  settings       varchar(200000),
  instances      varchar(200000)             not null,
  trouble        varchar(2000)
);
comment on table host_facts is 'What hosts last told of themselves over SSH';
comment on column host_facts.instances is 'A JSON array; environments without their secrets';

create table console_key (
  id         smallint                    not null primary key check (id = 1),
  secret     uuid                        not null,
  created_at timestamp(6) with time zone not null
);
comment on table console_key is 'Which secret is the private key that the console logs in with';
