-- A request may be about one member, which goes or comes back.

alter table journal_attribution add column member varchar(512);
comment on column journal_attribution.member is 'The one member that it was about; null: none';
