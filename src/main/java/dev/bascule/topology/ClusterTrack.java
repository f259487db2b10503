package dev.bascule.topology;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster followed from step to step: its keys, what was seen before, what is known from
 * elsewhere, and the state that follows. Immutable; every step gives the next one.
 */
public final class ClusterTrack {
  private final ClusterKeys keys;
  private final ClusterMemory memory;
  private final Surroundings around;
  private final Instant now;
  private final ClusterState state;

  private ClusterTrack(ClusterKeys keys, ClusterMemory memory, Surroundings around, Instant now) {
    this.keys = keys;
    this.memory = memory;
    this.around = around;
    this.now = now;
    this.state = ClusterFold.fold(keys, memory, around, now);
  }

  /**
   * A cluster of which no key was seen yet.
   *
   * @param prefix of its DCS, such as {@code /service/}
   */
  public static ClusterTrack unseen(ClusterId id, String prefix, Surroundings around, Instant at) {
    return new ClusterTrack(ClusterKeys.none(id, prefix, at), ClusterMemory.NONE, around, at);
  }

  /** All keys of the DCS at a revision; those of other clusters are passed over. */
  public ClusterTrack listed(long revision, Collection<DcsEntry> entries, Instant at) {
    return next(keys.listed(revision, entries, at));
  }

  /** Whether a listing of these keys would say nothing new: each is the write known already. */
  public boolean holds(Collection<DcsEntry> entries) {
    return keys.holds(entries);
  }

  /** What one revision changed; keys of other clusters are passed over. */
  public ClusterTrack changed(long revision, Collection<DcsChange> changes, Instant at) {
    return next(keys.changed(revision, changes, at));
  }

  /** Something else is known now. */
  public ClusterTrack within(Surroundings around) {
    return new ClusterTrack(keys, memory, around, now);
  }

  /**
   * Whether the state follows otherwise at an instant although no key changed: a member had its
   * turn to publish a newer place and didn't. Then {@link #asOf} is worth calling.
   */
  public boolean ripensBy(Instant at) {
    return state.members().stream()
        .anyMatch(member -> Lags.inFlight(member, state, now) && !Lags.inFlight(member, state, at));
  }

  /** Time has passed, and by the DCS's sign of life no key has changed. */
  public ClusterTrack asOf(Instant at) {
    return new ClusterTrack(keys, memory, around, at);
  }

  /** What is known from elsewhere. */
  public Surroundings around() {
    return around;
  }

  /** The state that follows. */
  public ClusterState state() {
    return state;
  }

  /** Whether nothing of it is left in the DCS and nobody expects a member. */
  public boolean forgettable() {
    return keys.isEmpty() && state.members().isEmpty();
  }

  ClusterMemory memory() {
    return memory;
  }

  private ClusterTrack next(ClusterKeys after) {
    var at = after.observedAt();
    // who was retired and is seen again is expected again
    var known = around.withoutRetired(after.members().keySet());
    var seen = ClusterFold.fold(after, ClusterMemory.NONE, known, at);
    return new ClusterTrack(after, remembered(after, seen), known, at);
  }

  /**
   * @param seen what the new keys say by themselves
   */
  private ClusterMemory remembered(ClusterKeys after, ClusterState seen) {
    var at = after.observedAt();
    var seat = seen.leader();
    var before = state.leader();
    var first = keys.revision() == 0;
    var sameReign =
        seat != null && before != null && seat.createRevision() == before.createRevision();
    var leadsSince = seat == null || first ? null : sameReign ? memory.leadsSince() : at;
    var leaderlessSince =
        seat != null ? null : before == null && !first ? state.leaderlessSince() : at;
    return new ClusterMemory(
        leadsSince,
        leaderlessSince,
        seat == null ? state.lastLeader() : seat.name(),
        gone(after, at, seat == null ? null : seat.name()),
        notStreaming(seen, at),
        lags(seen));
  }

  /** Members whose key goes stay, with the role they had, until they are back or retired. */
  private Map<MemberName, ExpectedMember> gone(
      ClusterKeys after, Instant at, @Nullable MemberName leader) {
    var gone = new HashMap<>(memory.gone());
    gone.keySet().removeAll(after.members().keySet());
    gone.keySet().removeAll(around.retired());
    for (var name : keys.members().keySet()) {
      if (!after.members().containsKey(name)) {
        state.member(name).ifPresent(member -> gone.put(name, lastSeen(member, at, leader)));
      }
    }
    return gone;
  }

  /** Who led last and was not replaced went as leader, even if it gave the key back just before. */
  private ExpectedMember lastSeen(MemberView member, Instant at, @Nullable MemberName leader) {
    var ledLast = leader == null && member.name().equals(state.lastLeader());
    var role =
        ledLast && !member.role().leads()
            ? state.standbySource().isPresent() ? ClusterRole.STANDBY_LEADER : ClusterRole.LEADER
            : member.role();
    return new ExpectedMember(
        member.name(), role, at, member.host(), member.port(), member.apiUrl());
  }

  private Map<MemberName, Instant> notStreaming(ClusterState seen, Instant at) {
    var since = new HashMap<MemberName, Instant>();
    for (var member : seen.members()) {
      if (member.seen()
          && member.readable()
          && !Streaming.asExpected(member, seen.standbySource())) {
        since.put(member.name(), memory.notStreamingSince().getOrDefault(member.name(), at));
      }
    }
    return since;
  }

  /** Those of members that published with this step, and what was known of the others. */
  private Map<MemberName, Lags> lags(ClusterState seen) {
    var lags = new HashMap<MemberName, Lags>();
    for (var member : seen.members()) {
      var known = memory.lags().get(member.name());
      var before = state.member(member.name());
      var same =
          before.isPresent() && before.get().modRevision() == member.modRevision() && known != null;
      lags.put(member.name(), same ? known : Lags.asPublished(member));
    }
    return lags;
  }
}
