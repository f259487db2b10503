-- Requests from asking to outcome, what was really sent, and what was measured.

create sequence operation_request_number start with 1;

create table operation_request (
  id                 bigint                      not null primary key,
  proposal           uuid                        not null,
  kind               varchar(40)                 not null,
  kind_version       smallint                    not null,
  operation          varchar(20000)              not null,
  dcs                varchar(100)                not null,
  cluster            varchar(512)                not null,
  environment        varchar(64)                 not null,
  requester          uuid                        not null,
  requester_name     varchar(100)                not null,
  reason             varchar(2000)               not null,
  plan_hash          varchar(64)                 not null,
  fence              varchar(20000)              not null,
  config_then        varchar(500000)             not null,
  sentence           varchar(4000)               not null,
  state              varchar(20)                 not null check (state in ('REQUESTED', 'APPROVED', 'SCHEDULED',
    'DISPATCHING', 'RUNNING', 'OBSERVING', 'SUCCEEDED', 'DEVIATED', 'FAILED', 'ABORTED_STALE', 'UNKNOWN',
    'CANCELLED', 'EXPIRED', 'REJECTED', 'VOIDED')),
  runs_at            timestamp(6) with time zone,
  asked_at           timestamp(6) with time zone not null,
  expires_at         timestamp(6) with time zone not null,
  changed_at         timestamp(6) with time zone not null,
  started_by         uuid,
  started_by_name    varchar(100),
  started_at         timestamp(6) with time zone,
  outcome            varchar(4000),
  voided_by          varchar(20000),
  break_glass_by     varchar(100),
  break_glass_at     timestamp(6) with time zone,
  break_glass_reason varchar(2000),
  reviewed_by        varchar(100),
  reviewed_at        timestamp(6) with time zone,
  review_note        varchar(2000),
  resolution         varchar(20) check (resolution in ('HAPPENED', 'DID_NOT_HAPPEN', 'CANNOT_TELL')),
  resolved_by        varchar(100),
  resolved_at        timestamp(6) with time zone,
  resolution_reason  varchar(2000),
  as_expected        boolean,
  answered_by        varchar(100),
  answered_at        timestamp(6) with time zone,
  answer_note        varchar(2000),
  version            bigint                      not null,
  constraint operation_request_binds foreign key (proposal, requester, plan_hash)
    references approval_proposal (id, requester, plan_hash)
);
comment on table operation_request is 'Somebody wants something done to a cluster';
comment on column operation_request.operation is 'JSON text of the operation; kind and kind_version say how to read it';
comment on column operation_request.fence is 'JSON text: the facts that the agreement depends on';
comment on column operation_request.config_then is 'The dynamic configuration when it was asked for, to show what changed since';
comment on column operation_request.runs_at is 'When it is to run; null when somebody starts it';
comment on column operation_request.version is 'Counts changes, so that of two at once one is refused';
create index operation_request_state on operation_request (state, runs_at);
create index operation_request_cluster on operation_request (dcs, cluster, id);
create index operation_request_requester on operation_request (requester, id);

create table operation_sheet (
  request   bigint                      not null references operation_request (id),
  moment    varchar(10)                 not null check (moment in ('ASKED', 'AGREED', 'STARTED')),
  made_at   timestamp(6) with time zone not null,
  sheet     varchar(500000)             not null,
  primary key (request, moment)
);
comment on table operation_sheet is 'Rehearsal sheets as they were looked at, as JSON text';

create table operation_claim (
  dcs          varchar(100)                not null,
  cluster      varchar(512)                not null,
  request      bigint                      not null references operation_request (id),
  step         uuid                        not null,
  owner        uuid                        not null,
  claimed_at   timestamp(6) with time zone not null,
  heartbeat_at timestamp(6) with time zone not null,
  primary key (dcs, cluster),
  constraint operation_claim_once unique (request)
);
comment on table operation_claim is 'Which request holds a cluster: one disruptive operation at a time, by this primary key';
comment on column operation_claim.step is 'The id of the step that may be sent, made before the first connection';
comment on column operation_claim.owner is 'The run of the console that carries it out; when its heartbeat stops, another takes over and looks';

create table operation_step (
  id          uuid                        not null primary key,
  request     bigint                      not null references operation_request (id),
  ordinal     integer                     not null,
  kind        varchar(20)                 not null,
  member      varchar(512)                not null,
  host        varchar(253)                not null,
  account     varchar(200)                not null,
  argv        varchar(20000)              not null,
  progress    varchar(20)                 not null check (progress in ('PREPARED', 'REFUSED', 'VOID', 'SENT', 'RUNNING',
    'FINISHED', 'UNKNOWN')),
  exit_code   integer,
  said        varchar(2000)               not null,
  prepared_at timestamp(6) with time zone not null,
  started_at  timestamp(6) with time zone,
  ended_at    timestamp(6) with time zone,
  constraint operation_step_order unique (request, ordinal)
);
comment on table operation_step is 'What was sent to a host; its id is the name of its directory there';
comment on column operation_step.said is 'The last line of what the program wrote';

create table operation_transcript (
  step   uuid          not null references operation_step (id),
  number bigint        not null,
  error  boolean       not null,
  text   varchar(8000) not null,
  primary key (step, number)
);
comment on table operation_transcript is 'What programs wrote, in pieces; untrusted text, bounded by the writer';

create table operation_report (
  request             bigint                      not null primary key references operation_request (id),
  dcs                 varchar(100)                not null,
  cluster             varchar(512)                not null,
  kind                varchar(40)                 not null,
  ended_at            timestamp(6) with time zone not null,
  interruption_millis bigint,
  report              varchar(100000)             not null
);
comment on table operation_report is 'What was measured, as JSON text, with what later sheets compare beside it';
create index operation_report_cluster on operation_report (dcs, cluster, kind, ended_at);
