package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to each cluster, kept in the database. */
public interface Journal {
  /** The newest entries before {@code beforeSeq} (exclusive), newest first. */
  List<JournalEntry> entries(ClusterId cluster, long beforeSeq, int limit);

  /**
   * Says that what happened to a cluster in a span of time was a request of Bascule's own: leader
   * changes and scheduled switchovers seen in it are marked so, now or when they come, and what
   * happened to the member that it was about.
   */
  void attribute(ClusterId cluster, Attribution attribution);

  /**
   * Who did what happened between two instants.
   *
   * @param member the one member that was to go, or to come back; null when it was about none
   */
  record Attribution(
      String changeId,
      String actor,
      String reason,
      Instant from,
      Instant until,
      @Nullable Duration interruption,
      @Nullable MemberName member) {}
}
