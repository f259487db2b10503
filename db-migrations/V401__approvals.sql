-- What somebody asks others to agree to, their votes, and the policies that say how many it takes.

create table approval_proposal (
  id             uuid                        not null primary key,
  subject        varchar(40)                 not null check (subject in ('OPERATION', 'POLICY')),
  environment    varchar(64)                 not null,
  requester      uuid                        not null,
  plan_hash      varchar(64)                 not null,
  approvals      smallint                    not null check (approvals between 0 and 5),
  expiry_seconds bigint                      not null check (expiry_seconds > 0),
  asked_at       timestamp(6) with time zone not null,
  expires_at     timestamp(6) with time zone not null,
  withdrawn      boolean                     not null,
  constraint approval_proposal_lasts check (expires_at > asked_at),
  constraint approval_proposal_asked unique (id, requester, plan_hash),
  constraint approval_proposal_requester foreign key (requester) references person (id)
);
comment on table approval_proposal is 'What somebody asks others to agree to; who asked and what exactly never change';
comment on column approval_proposal.subject is 'What kind of thing it is: OPERATION, POLICY';
comment on column approval_proposal.environment is 'Where it acts; who agrees has rights there; empty: everywhere';
comment on column approval_proposal.plan_hash is 'SHA-256 in hexadecimal of what exactly is asked';
comment on column approval_proposal.approvals is 'How many other people must agree, by the policy when it was asked';

create table approval_vote (
  proposal   uuid                        not null,
  requester  uuid                        not null,
  plan_hash  varchar(64)                 not null,
  voter      uuid                        not null,
  voter_name varchar(100)                not null,
  answer     varchar(10)                 not null check (answer in ('APPROVED', 'REJECTED')),
  remark     varchar(2000)               not null,
  at         timestamp(6) with time zone not null,
  primary key (proposal, voter),
  constraint approval_vote_binds foreign key (proposal, requester, plan_hash)
    references approval_proposal (id, requester, plan_hash),
  constraint approval_vote_by_a_person foreign key (voter) references person (id),
  constraint approval_vote_by_another check (voter <> requester)
);
comment on table approval_vote is 'Answers; one a person, never of the one who asked, and only to the very plan that was asked for';
comment on column approval_vote.requester is 'Who asked, so that this table itself can refuse their vote; the foreign key keeps it true';

create table approval_policy (
  environment    varchar(64) not null,
  criticality    varchar(40) not null,
  approvals      smallint    not null check (approvals between 0 and 5),
  expiry_seconds bigint      not null check (expiry_seconds > 0),
  primary key (environment, criticality)
);
comment on table approval_policy is 'How many must agree, where; an empty name stands for all';
insert into approval_policy (environment, criticality, approvals, expiry_seconds) values ('', '', 1, 86400);

create table approval_policy_change (
  proposal       uuid          not null primary key references approval_proposal (id),
  environment    varchar(64)   not null,
  criticality    varchar(40)   not null,
  approvals      smallint      not null check (approvals between 0 and 5),
  expiry_seconds bigint        not null check (expiry_seconds > 0),
  requester_name varchar(100)  not null,
  reason         varchar(2000) not null
);
comment on table approval_policy_change is 'What a proposal to change a policy would put in force';
