package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL is to be restarted on members, in place.
 *
 * @param members at least one; ordered by name
 * @param onlyPending only those on which parameters wait for a restart
 * @param olderThan only those whose PostgreSQL is older than this version, such as {@code 15.4};
 *     null for any
 * @param timeout how long one member may take, 1 s to 1 h; null for Patroni's own limit
 * @param timing now, or at a time that Bascule keeps: Patroni never does
 */
public record Restart(
    ClusterId cluster,
    List<MemberName> members,
    boolean onlyPending,
    @Nullable String olderThan,
    @Nullable Duration timeout,
    Timing timing)
    implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "restart";

  /** As Patroni takes it: two numbers from 10 on, three before. */
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d\\.\\d{1,2}|9\\.\\d\\.\\d{1,2}");

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Orders the members, and refuses what Patroni would not take. */
  public Restart {
    members = Members.ordered(members);
    if (olderThan != null && !version(olderThan)) {
      throw new IllegalArgumentException("a version is like 15.4: " + olderThan);
    }
    if (timeout != null
        && (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("a restart takes between 1 s and 1 h");
    }
    if (timing instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI) {
      throw new IllegalArgumentException("a restart's time is kept by Bascule");
    }
  }

  /** Whether a text is a version that Patroni takes. */
  public static boolean version(String text) {
    return VERSION.matcher(text).matches();
  }

  @Override
  public String kind() {
    return KIND;
  }
}
