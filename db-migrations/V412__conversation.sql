-- What people say to each other about a request, beside their votes.

create sequence operation_remark_number start with 1;

create table operation_remark (
  id          bigint                      not null primary key,
  request     bigint                      not null references operation_request (id),
  author      uuid                        not null references person (id),
  author_name varchar(100)                not null,
  at          timestamp(6) with time zone not null,
  text        varchar(2000)               not null
);
comment on table operation_remark is 'The conversation on a request; nothing in it is ever changed or taken away';
comment on column operation_remark.author_name is 'Their sign-in name at that time';
create index operation_remark_request on operation_remark (request, id);
create index operation_request_open_exception on operation_request (break_glass_at, reviewed_at);
