package dev.bascule.operation.role;

import dev.bascule.operation.Audience;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.LeaderSql;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts in which everything is in order, of which a test changes one. */
public final class SampleFacts {
  static final Instant NOW = SampleCluster.NOW;

  /** When every postmaster was started. */
  public static final Instant STARTED = NOW.minusSeconds(86_400);

  public final SampleCluster cluster = SampleCluster.healthy();
  public Sight sight = new Sight.InSight(NOW, 1_000, Duration.ofMillis(4));
  public final Map<MemberName, MemberAnswer> answers = new HashMap<>();
  public final Map<MemberName, HostAnswer> hosts = new HashMap<>();
  public LeaderSql sql =
      new LeaderSql(new Audience(true, List.of(), List.of(), 0, 0, NOW), true, false);
  public final List<Runner> runners = new ArrayList<>();
  public @Nullable DynamicConfig configThen;
  public @Nullable Long claimedBy;

  private SampleFacts() {}

  /** Everything in order. */
  public static SampleFacts inOrder() {
    var facts = new SampleFacts();
    for (String name : List.of("srv-pg1", "srv-pg2", "srv-pg3")) {
      boolean leads = name.equals("srv-pg1");
      facts.answers.put(new MemberName(name), leads ? primary() : replica(0x5000_0000L));
      var environment = new TreeMap<String, String>();
      environment.put("PATRONICTL_CONFIG_FILE", "/etc/patroni/17-main.yaml");
      facts.runners.add(
          new Runner(
              new MemberName(name), name, "postgres", new InstanceName("15", "main"), environment));
    }
    return facts;
  }

  /** The facts as they are now. */
  public Findings facts() {
    return new Findings(
        cluster.state(),
        sight,
        answers,
        hosts,
        sql,
        runners,
        Interruptions.NONE,
        configThen,
        claimedBy,
        NOW);
  }

  /** A replica's PostgreSQL was started anew. */
  public void restarted(String name, Instant at) {
    var before = replica(0x5000_0000L);
    answers.put(
        new MemberName(name),
        new MemberAnswer.Answered(
            before.role(),
            before.state(),
            before.timeline(),
            null,
            before.received(),
            before.replayed(),
            false,
            "streaming",
            before.systemIdentifier(),
            false,
            false,
            false,
            NOW,
            false,
            at,
            150020,
            NOW));
  }

  static MemberAnswer.Answered primary() {
    return new MemberAnswer.Answered(
        "primary",
        "running",
        5,
        new Lsn(0x5000_0000L),
        null,
        null,
        false,
        null,
        "7711236848557838613",
        false,
        false,
        false,
        NOW,
        false,
        STARTED,
        150020,
        NOW);
  }

  static MemberAnswer.Answered replica(long received) {
    return replica(received, received, 5, false);
  }

  static MemberAnswer.Answered replica(
      long received, long replayed, int timeline, boolean watchdogFailed) {
    return new MemberAnswer.Answered(
        "replica",
        "running",
        timeline,
        null,
        new Lsn(received),
        new Lsn(replayed),
        false,
        "streaming",
        "7711236848557838613",
        watchdogFailed,
        false,
        false,
        NOW,
        false,
        STARTED,
        150020,
        NOW);
  }
}
