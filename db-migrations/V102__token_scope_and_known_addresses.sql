-- Tokens reach environments as people do, and whoever signed in from an address before is known there.

alter table api_token add column scope varchar(7000) default '*' not null;
comment on column api_token.scope is 'Environments that the token reaches, separated by commas; * for all';

create table sign_in_known (
  account varchar(64)                 not null,
  address varchar(64)                 not null,
  last_at timestamp(6) with time zone not null,
  primary key (account, address)
);
comment on table sign_in_known is 'Names that signed in from an address: what others do there doesn''t lock them out';
comment on column sign_in_known.address is 'As it is counted: an IPv6 network, else the address';
comment on column sign_in_known.last_at is 'When they last did; forgotten after 30 days';
create index sign_in_known_last on sign_in_known (last_at);
