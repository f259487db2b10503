package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster from elsewhere than its keys.
 *
 * @param expected the members that the inventory expects; more are expected when they were seen
 *     here
 * @param retired members that a person retired: they are not missed, unless they are seen again
 * @param facts what members' REST and hosts answered
 * @param hosts names and addresses of the hosts that the inventory knows, in lower case
 * @param dcsMembersThatMayGo how many members the DCS may still lose; empty when unknown
 * @param lockExpiresAt when the leader's lease ends unless it is renewed, as the DCS was asked;
 *     null when it wasn't
 */
public record Surroundings(
    List<ExpectedMember> expected,
    Set<MemberName> retired,
    Map<MemberName, MemberFacts> facts,
    Set<String> hosts,
    OptionalInt dcsMembersThatMayGo,
    @Nullable Instant lockExpiresAt) {
  /** Nothing is known. */
  public static final Surroundings NONE =
      new Surroundings(List.of(), Set.of(), Map.of(), Set.of(), OptionalInt.empty(), null);

  /** Copies. */
  public Surroundings {
    expected = List.copyOf(expected);
    retired = Set.copyOf(retired);
    facts = Map.copyOf(facts);
    hosts = Set.copyOf(hosts);
  }

  /** What is known of a member. */
  public MemberFacts factsOf(MemberName name) {
    return facts.getOrDefault(name, MemberFacts.NONE);
  }

  /** The same with other expected and retired members. */
  public Surroundings withExpected(List<ExpectedMember> expected, Set<MemberName> retired) {
    return new Surroundings(expected, retired, facts, hosts, dcsMembersThatMayGo, lockExpiresAt);
  }

  /** The same, these members being retired no more. */
  Surroundings withoutRetired(Set<MemberName> seen) {
    if (retired.stream().noneMatch(seen::contains)) {
      return this;
    }
    var left = new HashSet<>(retired);
    left.removeAll(seen);
    return withExpected(expected, left);
  }

  /** The same with other facts. */
  public Surroundings withFacts(Map<MemberName, MemberFacts> facts) {
    return new Surroundings(expected, retired, facts, hosts, dcsMembersThatMayGo, lockExpiresAt);
  }

  /** The same with other known hosts. */
  public Surroundings withHosts(Set<String> hosts) {
    return new Surroundings(expected, retired, facts, hosts, dcsMembersThatMayGo, lockExpiresAt);
  }

  /** The same with another answer of the DCS about its members. */
  public Surroundings withDcsMembersThatMayGo(OptionalInt members) {
    return new Surroundings(expected, retired, facts, hosts, members, lockExpiresAt);
  }

  /** The same with another answer of the DCS about the leader's lease. */
  public Surroundings withLockExpiresAt(@Nullable Instant at) {
    return new Surroundings(expected, retired, facts, hosts, dcsMembersThatMayGo, at);
  }
}
