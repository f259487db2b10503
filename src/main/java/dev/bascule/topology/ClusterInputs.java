package dev.bascule.topology;

import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a cluster's state follows from.
 *
 * @param revision the DCS's, at which the keys stood so
 * @param keys by their path below {@code /service/<cluster>/}, such as {@code members/srv-pg1}
 * @param leaderlessSince since when nobody leads, if that was known before
 */
public record ClusterInputs(
    ClusterId id,
    long revision,
    Instant observedAt,
    Map<String, DcsEntry> keys,
    List<ExpectedMember> expected,
    Map<MemberName, MemberFacts> facts,
    @Nullable Instant leaderlessSince) {
  /** Copies. */
  public ClusterInputs {
    keys = Map.copyOf(keys);
    expected = List.copyOf(expected);
    facts = Map.copyOf(facts);
  }

  MemberFacts factsOf(MemberName name) {
    return facts.getOrDefault(name, MemberFacts.NONE);
  }
}
