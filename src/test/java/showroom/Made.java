package showroom;

import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.ClusterTrack;
import dev.bascule.topology.ExpectedMember;
import dev.bascule.topology.MemberFacts;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A made-up cluster, written as Patroni writes it and folded as a real one. */
public final class Made {
  private final ClusterId id;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private final List<ExpectedMember> expected = new ArrayList<>();
  private final Map<MemberName, MemberFacts> facts = new HashMap<>();
  private long revision = 100;
  private int timeline = 3;
  private Instant now = Instant.now();
  private @Nullable Instant lockExpiresAt;
  private @Nullable ClusterTrack track;

  private Made(ClusterId id) {
    this.id = id;
    put("initialize", "7711236848557838613");
    put("config", "{\"ttl\":30,\"loop_wait\":10}");
  }

  /** Begins a cluster of the DCS "lab". */
  public static Made cluster(String name) {
    return new Made(new ClusterId("lab", name));
  }

  /** Three healthy members, the first of which leads. */
  public static Made three(String name) {
    return cluster(name).leads("srv-pg1").streams("srv-pg2", 0).streams("srv-pg3", 0);
  }

  /** The cluster's id. */
  public ClusterId id() {
    return id;
  }

  /** Any key with any value. */
  public Made put(String key, String value) {
    keys.put(key, value);
    revisions.put(key, ++revision);
    return this;
  }

  /** Takes a key away. */
  public Made remove(String key) {
    keys.remove(key);
    revision++;
    return this;
  }

  /** All members from now on are on this timeline. */
  public Made timeline(int timeline) {
    this.timeline = timeline;
    return this;
  }

  /** The moment of the next state. */
  public Made at(Instant now) {
    this.now = now;
    return this;
  }

  /** A member that holds the leader key. */
  public Made leads(String name) {
    put("leader", name);
    return member(name, "primary", "running", "\"xlog_location\":50665304");
  }

  /** A member that streams, so many bytes behind. */
  public Made streams(String name, long behind) {
    long at = 50665304 - behind;
    put("status", "{\"optime\":50665304}");
    return member(
        name,
        "replica",
        "running",
        "\"replication_state\":\"streaming\",\"receive_lsn\":%d,\"replay_lsn\":%d,\"xlog_location\":%d"
            .formatted(at, at, at));
  }

  /** A member in any state with any further JSON fields. */
  public Made member(String name, String role, String state, String more) {
    int last = 11 + Math.floorMod(name.hashCode(), 200);
    return put(
        "members/" + name,
        """
        {"conn_url":"postgres://10.77.0.%d:5432/postgres","api_url":"https://10.77.0.%d:8008/patroni",\
        "state":"%s","role":"%s","version":"4.1.5","timeline":%d%s}"""
            .formatted(last, last, state, role, timeline, more.isEmpty() ? "" : "," + more));
  }

  /** Nobody leads any more. */
  public Made leaderless() {
    return remove("leader");
  }

  /** The leader answers nobody, and its lock runs out. */
  public Made silentUntil(Instant end) {
    lockExpiresAt = end;
    return this;
  }

  /** A member that was there and is not any more. */
  public Made absent(String name, ClusterRole role, Instant since, Presence.Writability writable) {
    remove("members/" + name);
    MemberName member = new MemberName(name);
    expected.removeIf(one -> one.name().equals(member));
    expected.add(new ExpectedMember(member, role, since, "10.77.0.11", 5432, null));
    facts.put(member, MemberFacts.NONE.withWritability(writable));
    return this;
  }

  /** The state that follows, after the one before. */
  public ClusterState state() {
    List<DcsEntry> entries = new ArrayList<>();
    keys.forEach(
        (key, value) -> {
          long at = revisions.getOrDefault(key, revision);
          boolean leased = key.startsWith("members/") || key.equals("leader");
          entries.add(
              new DcsEntry(
                  "/service/" + id.cluster() + "/" + key,
                  value.getBytes(StandardCharsets.UTF_8),
                  at,
                  at,
                  1,
                  leased ? 7 : 0));
        });
    Surroundings around =
        Surroundings.NONE
            .withExpected(expected, Set.of())
            .withFacts(facts)
            .withHosts(hosts())
            .withDcsMembersThatMayGo(OptionalInt.of(1))
            .withLockExpiresAt(lockExpiresAt);
    track =
        (track == null ? ClusterTrack.unseen(id, "/service/", around, now) : track.within(around))
            .listed(revision, entries, now);
    return track.state();
  }

  private static Set<String> hosts() {
    return IntStream.rangeClosed(1, 254)
        .mapToObj(last -> "10.77.0." + last)
        .collect(Collectors.toSet());
  }
}
