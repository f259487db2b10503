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
    if (values.containsKey("nofailover")) {
      return isTrue("nofailover");
    }
    return number("failover_priority").map(priority -> priority <= 0).orElse(false);
  }

  /** May not become a synchronous standby. */
  public boolean noSync() {
    return isTrue("nosync") || number("sync_priority").map(priority -> priority <= 0).orElse(false);
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
