package dev.bascule.operation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ParameterChange;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.ScheduledRestart;
import dev.bascule.patroni.SyncKey;
import dev.bascule.patroni.Tags;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberFacts;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.RestAddress;
import dev.bascule.topology.WayOut;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A healthy cluster of three, srv-pg1 leading, that a test changes one thing of. */
public final class SampleCluster {
  /** Its name. */
  public static final ClusterId ID = new ClusterId("lab", "maincluster");

  /** When it is looked at. */
  public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private static final long TOP = 0x5000_0000L;

  private @Nullable String leader = "srv-pg1";
  private Instant observedAt = NOW;
  private long reign = 100;
  private int timeline = 5;
  private boolean removed;
  private String systemIdentifier = "7711236848557838613";
  private String config = "{\"loop_wait\":10}";
  private @Nullable FailoverKey failover;
  private @Nullable SyncKey sync;
  private List<CandidateVerdict> heirs = List.of();
  private OptionalInt dcsMembersThatMayGo = OptionalInt.of(1);
  private final TreeMap<String, Node> nodes = new TreeMap<>();

  /** A member that a test changes one thing of. */
  public static final class Node {
    /** Whether its key is there. */
    public boolean seen = true;

    /** What its PostgreSQL says when it isn't seen. */
    public Presence.Writability writability = Presence.Writability.UNKNOWN;

    /** What it says of PostgreSQL. */
    public String state = "running";

    /** Its timeline. */
    public int timeline;

    /** Bytes that it hasn't received; null when unknown. */
    public @Nullable Long lag = 0L;

    /** Null when it says none. */
    public @Nullable String replicationState = "streaming";

    /** Its tags. */
    public Tags tags = Tags.NONE;

    /** Whether it has seen that the cluster is paused. */
    public boolean pauseSeen;

    /** Whether a restart is pending. */
    public boolean pendingRestart;

    /** What a restart would change. */
    public final TreeMap<String, ParameterChange> pendingRestartReason = new TreeMap<>();

    /** A restart that it keeps for later; null for none. */
    public @Nullable ScheduledRestart scheduledRestart;

    /** Whether it was promoted and made no checkpoint since. */
    public boolean checkpointPending;

    Node(int timeline) {
      this.timeline = timeline;
    }
  }

  /** Three members, in order. */
  public static SampleCluster healthy() {
    var cluster = new SampleCluster();
    for (String name : List.of("srv-pg1", "srv-pg2", "srv-pg3")) {
      cluster.nodes.put(name, new Node(5));
    }
    return cluster;
  }

  /** A member, to be changed. */
  public Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException(name);
    }
    return node;
  }

  /** Another member. */
  @CanIgnoreReturnValue
  public SampleCluster with(String name) {
    nodes.put(name, new Node(timeline));
    return this;
  }

  /** Somebody else leads: another reign on the next timeline, everybody streaming on it. */
  @CanIgnoreReturnValue
  public SampleCluster ledBy(String name, long sinceRevision) {
    leader = name;
    reign = sinceRevision;
    timeline++;
    nodes.values().forEach(node -> node.timeline = timeline);
    return this;
  }

  /** Nobody leads. */
  @CanIgnoreReturnValue
  public SampleCluster leaderless() {
    leader = null;
    return this;
  }

  /** When the state is observed. */
  @CanIgnoreReturnValue
  public SampleCluster observedAt(Instant at) {
    observedAt = at;
    return this;
  }

  /** Another system identifier. */
  @CanIgnoreReturnValue
  public SampleCluster identified(String identifier) {
    systemIdentifier = identifier;
    return this;
  }

  /** Another dynamic configuration. */
  @CanIgnoreReturnValue
  public SampleCluster configured(String json) {
    config = json;
    return this;
  }

  /** What stands in the failover key. */
  @CanIgnoreReturnValue
  public SampleCluster asked(@Nullable FailoverKey key) {
    failover = key;
    return this;
  }

  /** Who is synchronous. */
  @CanIgnoreReturnValue
  public SampleCluster synchronous(String... standbys) {
    sync =
        new SyncKey(
            new MemberName("srv-pg1"), Arrays.stream(standbys).map(MemberName::new).toList(), 0);
    return this;
  }

  /** Nothing of it is left in the DCS. */
  @CanIgnoreReturnValue
  public SampleCluster removed() {
    removed = true;
    systemIdentifier = "";
    return leaderless();
  }

  /** Who could take over by itself. */
  @CanIgnoreReturnValue
  public SampleCluster heirs(String... names) {
    heirs =
        Arrays.stream(names)
            .map(name -> new CandidateVerdict(new MemberName(name), List.of()))
            .toList();
    return this;
  }

  /** How many DCS members may go. */
  @CanIgnoreReturnValue
  public SampleCluster dcsMembersThatMayGo(OptionalInt members) {
    dcsMembersThatMayGo = members;
    return this;
  }

  /** The state as the fleet would give it. */
  public ClusterState state() {
    var members = new ArrayList<MemberView>();
    nodes.forEach((name, node) -> members.add(view(name, node)));
    return new ClusterState(
        ID,
        1_000,
        observedAt,
        systemIdentifier,
        removed
            ? ClusterState.Initialization.UNINITIALIZED
            : ClusterState.Initialization.INITIALIZED,
        leader == null
            ? null
            : new LeaderSeat(new MemberName(leader), reign, reign + 5, 77, null, null),
        leader == null ? NOW : null,
        leader == null ? null : new MemberName(leader),
        members,
        config(),
        removed ? 0 : 10,
        new Lsn(TOP),
        NOW,
        failover,
        35,
        sync,
        List.of(),
        1,
        List.of(),
        new WayOut(heirs, OptionalLong.of(0), dcsMembersThatMayGo),
        List.of(),
        0);
  }

  private DynamicConfig config() {
    return DynamicConfig.read(config.getBytes(StandardCharsets.UTF_8)).orElse(DynamicConfig.EMPTY);
  }

  private MemberView view(String name, Node node) {
    boolean leads = name.equals(leader);
    Long lag = leads ? null : node.lag;
    Lsn place = lag == null ? null : new Lsn(TOP - lag);
    var published =
        new MemberKey(
            new MemberName(name),
            name + ".example",
            5432,
            "https://" + name + ".example:8008/patroni",
            node.state,
            leads ? PatroniRole.PRIMARY : PatroniRole.REPLICA,
            leads ? "primary" : "replica",
            "4.1.5",
            leads ? new Lsn(TOP) : place,
            place,
            place,
            leads || !node.state.equals("running") ? null : node.replicationState,
            node.timeline,
            node.pendingRestart,
            node.pendingRestartReason,
            node.scheduledRestart,
            node.tags,
            node.pauseSeen,
            node.checkpointPending);
    return new MemberView(
        published.name(),
        leads ? ClusterRole.LEADER : ClusterRole.REPLICA,
        node.seen ? Presence.SEEN : new Presence.Absent(NOW, ClusterRole.REPLICA, node.writability),
        published,
        null,
        lag,
        lag,
        null,
        RestAddress.KNOWN,
        node.seen ? 900 : 0,
        node.seen ? 70 : 0,
        node.seen ? NOW : null,
        null,
        MemberFacts.NONE);
  }

  /** To one member, when somebody starts it. */
  public static Switchover to(String candidate) {
    return new Switchover(
        ID, new Successor.Named(new MemberName(candidate)), new Timing.OnCommand(), false);
  }

  /** To any of these. */
  public static Switchover toAnyOf(String... candidates) {
    var names = new TreeSet<MemberName>();
    Arrays.stream(candidates).map(MemberName::new).forEach(names::add);
    return new Switchover(
        ID, Successor.AnyOf.members(Set.copyOf(names)), new Timing.OnCommand(), false);
  }

  /** Tags of a member. */
  public static Tags tags(String name, String value) {
    return Tags.of(Map.of(name, value));
  }
}
