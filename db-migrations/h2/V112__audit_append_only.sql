-- Entries can be added and nothing else, as far as the embedded database can enforce it (it has no
-- trigger on TRUNCATE). Who has the file can drop the trigger: the chain then shows what was changed.

create trigger audit_entry_append_only before update, delete on audit_entry
  for each row call 'dev.bascule.audit.internal.AppendOnly';
create trigger audit_head_stays before delete on audit_head
  for each row call 'dev.bascule.audit.internal.AppendOnly';
