package dev.bascule.audit.internal;

import dev.bascule.audit.AuditCheck;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.internal.AuditTable.Head;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the chain from its beginning to the head, a page at a time. */
@Component
final class ChainCheck implements AuditCheck {
  private static final int PAGE = 1_000;

  private final JdbcClient sql;

  ChainCheck(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  @Override
  public Verdict verify() {
    long next = 1;
    String previous = Chain.BEGINNING;
    while (true) {
      // an append moves the head with its entry, so all entries up to a head that was read are
      // there
      Optional<Head> found = Head.read(sql);
      if (found.isEmpty()) {
        return new Broken(next, Why.HEAD);
      }
      Head head = found.get();
      List<AuditEntry> page = page(next, head.seq());
      for (AuditEntry entry : page) {
        Broken broken = broken(entry, next, previous);
        if (broken != null) {
          return broken;
        }
        previous = entry.hash();
        next++;
      }
      if (!page.isEmpty()) {
        continue;
      }
      if (next <= head.seq()) {
        return new Broken(next, Why.MISSING);
      }
      if (next > head.seq() + 1) {
        return new Broken(head.seq() + 1, Why.ADDED);
      }
      if (!head.hash().equals(previous)) {
        return new Broken(head.seq(), Why.HEAD);
      }
      Optional<Long> stray = stray(head.seq());
      if (stray.isEmpty()) {
        return new Verified(head.seq(), head.hash());
      }
      if (Head.read(sql).equals(found)) {
        return new Broken(stray.get(), Why.ADDED);
      }
    }
  }

  private static @Nullable Broken broken(AuditEntry entry, long expected, String previous) {
    if (entry.seq() > expected) {
      return new Broken(expected, Why.MISSING);
    }
    if (!Chain.hash(entry).equals(entry.hash())) {
      return new Broken(expected, Why.CHANGED);
    }
    if (!entry.previousHash().equals(previous)) {
      return new Broken(expected, Why.UNLINKED);
    }
    return null;
  }

  private List<AuditEntry> page(long from, long to) {
    return sql.sql(
            "select %s from audit_entry where seq between ? and ? order by seq limit ?"
                .formatted(AuditTable.COLUMNS))
        .params(from, to, PAGE)
        .query(AuditTable.ENTRY)
        .list();
  }

  private Optional<Long> stray(long head) {
    return sql.sql("select seq from audit_entry where seq < 1 or seq > ? order by seq limit 1")
        .param(head)
        .query(Long.class)
        .optional();
  }
}
