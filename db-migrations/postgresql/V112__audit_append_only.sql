-- Entries can be added at the end and nothing else, whoever asks. The owner of the tables could
-- still drop the triggers: the chain then shows what was changed.

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_refuse();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_refuse();
create trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function audit_refuse();

create function audit_next() returns trigger language plpgsql as $$
declare
  head audit_head;
begin
  select * into head from audit_head where id = 1 for update;
  if new.seq <> head.seq + 1 or new.previous_hash <> head.hash then
    raise exception 'audit entry % does not follow %', new.seq, head.seq using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger audit_entry_follows before insert on audit_entry
  for each row execute function audit_next();

create function audit_head_moves() returns trigger language plpgsql as $$
begin
  if new.seq <> old.seq + 1
     or not exists (select 1 from audit_entry where seq = new.seq and hash = new.hash) then
    raise exception 'the head moves to the next entry' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger audit_head_moves before update on audit_head
  for each row execute function audit_head_moves();

revoke all on audit_entry, audit_head from public;
