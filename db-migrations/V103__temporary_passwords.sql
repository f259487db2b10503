-- A password that somebody else set is good for one thing: to be replaced by its person's own.

alter table person add column temporary_password boolean default false not null;
comment on column person.temporary_password is 'Somebody else set the password; its person chooses another before anything else';
