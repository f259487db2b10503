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
  public Verdict verify(Progress progress) {
    // an append moves the head with its entry, so all entries up to a head that was read are there;
    // what is appended meanwhile is the next check's
    Optional<Head> found = Head.read(sql);
    if (found.isEmpty()) {
      return new Broken(1, Why.HEAD);
    }
    Head head = found.get();
    long next = 1;
    String previous = Chain.BEGINNING;
    while (next <= head.seq()) {
      List<AuditEntry> page = page(next, head.seq());
      for (AuditEntry entry : page) {
        Broken broken = broken(entry, next, previous);
        if (broken != null) {
          return broken;
        }
        previous = entry.hash();
        next++;
      }
      if (page.isEmpty()) {
        return new Broken(next, Why.MISSING);
      }
      progress.at(next - 1, head.seq());
    }
    if (!head.hash().equals(previous)) {
      return new Broken(head.seq(), Why.HEAD);
    }
    Optional<Long> stray = stray();
    return stray.isPresent()
        ? new Broken(stray.get(), Why.ADDED)
        : new Verified(head.seq(), head.hash());
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

  /** One statement, so that entry and head are of the same moment. */
  private Optional<Long> stray() {
    return sql.sql(
            """
            select seq from audit_entry where seq < 1 or seq > (select seq from audit_head where id = 1)
            order by seq limit 1\
            """)
        .query(Long.class)
        .optional();
  }
}
