package showroom;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal in memory. */
public final class FakeJournal implements Journal {
  private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();

  /** Something happened outside Bascule. */
  public void outside(ClusterId cluster, Instant at, JournalEntry.Kind kind, String... arguments) {
    entries.add(entry(cluster, at, kind, arguments, null, null, null, null));
  }

  /** Something was done with Bascule. */
  public void ours(
      ClusterId cluster, Instant at, JournalEntry.Kind kind, long millis, String... arguments) {
    entries.add(
        entry(cluster, at, kind, arguments, "c-17", "dba", "kernel update on srv-pg1", millis));
  }

  private JournalEntry entry(
      ClusterId cluster,
      Instant at,
      JournalEntry.Kind kind,
      String[] arguments,
      String change,
      String actor,
      String reason,
      Long interruption) {
    return new JournalEntry(
        entries.size() + 1L,
        cluster,
        at,
        kind,
        List.of(arguments),
        100,
        change,
        actor,
        reason,
        interruption);
  }

  @Override
  public List<JournalEntry> entries(ClusterId cluster, long beforeSeq, int limit) {
    List<JournalEntry> found = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0 && found.size() < limit; i--) {
      JournalEntry entry = entries.get(i);
      if (entry.cluster().equals(cluster) && entry.seq() < beforeSeq) {
        found.add(entry);
      }
    }
    return found;
  }

  @Override
  public void attribute(ClusterId cluster, Attribution attribution) {
    throw new UnsupportedOperationException("nobody asks this journal to");
  }
}
