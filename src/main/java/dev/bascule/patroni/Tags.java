package dev.bascule.patroni;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A member's tags, as its own YAML file sets them.
 *
 * @param values by name, sorted; nested values as JSON text
 */
public record Tags(SequencedMap<String, String> values) {
  private static final Set<String> TRUE = Set.of("true", "on", "yes", "1");

  /** No tags. */
  public static final Tags NONE = new Tags(new TreeMap<>());

  /** Copies and sorts. */
  public Tags {
    values = Collections.unmodifiableSequencedMap(new TreeMap<>(values));
  }

  /** Tags of a map. */
  public static Tags of(Map<String, String> values) {
    return new Tags(new TreeMap<>(values));
  }

  /**
   * May not become leader: {@code nofailover}, or else a {@code failover_priority} of 0 or less.
   */
  public boolean noFailover() {
    return barred("nofailover", "failover_priority");
  }

  /** Who leads among equals: the higher; 1 unless set, 0 when it may not become leader. */
  public int failoverPriority() {
    return noFailover() ? 0 : number("failover_priority").orElse(1);
  }

  /** May not become a synchronous standby. */
  public boolean noSync() {
    return barred("nosync", "sync_priority");
  }

  /** Doesn't stream but restores from the archive. */
  public boolean noStream() {
    return isTrue("nostream");
  }

  /** A preferred source for new replicas. */
  public boolean cloneFrom() {
    return isTrue("clonefrom");
  }

  /** The member that this one replicates from instead of the leader. */
  public Optional<MemberName> replicateFrom() {
    return Optional.ofNullable(values.get("replicatefrom"))
        .filter(name -> !name.isEmpty() && name.length() <= Names.LONGEST)
        .map(MemberName::new);
  }

  /** The plain tag wins over the priority, even when it says false. */
  private boolean barred(String tag, String priorityTag) {
    return values.containsKey(tag)
        ? isTrue(tag)
        : number(priorityTag).map(priority -> priority <= 0).orElse(false);
  }

  private boolean isTrue(String tag) {
    var value = values.get(tag);
    return value != null && TRUE.contains(value.toLowerCase(Locale.ROOT));
  }

  private Optional<Integer> number(String tag) {
    try {
      return Optional.ofNullable(values.get(tag)).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
