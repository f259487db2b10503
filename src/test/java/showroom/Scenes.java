package showroom;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.JournalEntry;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Sight;
import dev.bascule.topology.ui.FakeBackground;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.CommandLineRunner;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A made-up fleet to look at: clusters in every state, many more on request, a switchover. */
@RestController
public class Scenes implements CommandLineRunner {
  private final FakeFleet fleet;
  private final FakeJournal journal;
  private final FakeBackground background;

  Scenes(FakeFleet fleet, FakeJournal journal, FakeBackground background) {
    this.fleet = fleet;
    this.journal = journal;
    this.background = background;
  }

  /** With {@code --fleet} the showroom opens with clusters in it. */
  @Override
  public void run(String... args) {
    if (java.util.List.of(args).contains("--fleet")) {
      fill();
    }
  }

  /** Clusters in every state. */
  public void fill() {
    Instant now = Instant.now();
    Thread.ofVirtual().start(this::heartbeat);
    keep(Made.three("maincluster"), true);
    background.entry(new ClusterId("lab", "maincluster"), null, "srv-pg1");
    keep(Made.three("lagging").streams("srv-pg3", 31_457_280), true);
    Made lost = Made.three("lost-leader").at(now.minusSeconds(60));
    lost.state();
    keep(
        lost.at(now.minusSeconds(20))
            .absent(
                "srv-pg1", ClusterRole.LEADER, now.minusSeconds(22), Presence.Writability.UNKNOWN)
            .leaderless(),
        true);
    keep(
        Made.cluster("still-writable")
            .timeline(4)
            .leads("srv-pg2")
            .streams("srv-pg3", 0)
            .absent(
                "srv-pg1",
                ClusterRole.LEADER,
                now.minusSeconds(95),
                Presence.Writability.STILL_WRITABLE),
        true);
    keep(Made.three("paused-one").put("config", "{\"pause\":true}"), false);
    keep(
        Made.three("synchronous")
            .put("config", "{\"synchronous_mode\":true}")
            .put("sync", "{\"leader\":\"srv-pg1\",\"sync_standby\":\"srv-pg2\",\"quorum\":0}"),
        true);
    keep(
        Made.three("quorum")
            .streams("srv-pg4", 0)
            .put("config", "{\"synchronous_mode\":\"quorum\"}")
            .put(
                "sync",
                "{\"leader\":\"srv-pg1\",\"sync_standby\":\"srv-pg2,srv-pg3\",\"quorum\":1}"),
        false);
    keep(
        Made.three("restart-me")
            .member(
                "srv-pg1",
                "primary",
                "running",
                "\"xlog_location\":50665304,\"pending_restart\":true,\"pending_restart_reason\":"
                    + "{\"max_connections\":{\"old_value\":\"100\",\"new_value\":\"200\"}}"),
        false);
    keep(
        Made.three("nofailover")
            .member(
                "srv-pg2",
                "replica",
                "running",
                "\"replication_state\":\"streaming\",\"receive_lsn\":50665304,\"replay_lsn\":50665304,"
                    + "\"tags\":{\"nofailover\":true}")
            .streams("srv-pg3", 20_971_520),
        true);
    keep(
        Made.three("cascade")
            .member(
                "srv-pg4",
                "replica",
                "running",
                "\"replication_state\":\"streaming\",\"receive_lsn\":50665304,\"replay_lsn\":50665304,"
                    + "\"tags\":{\"replicatefrom\":\"srv-pg3\"}"),
        false);
    keep(
        Made.cluster("dr-site")
            .put("config", "{\"standby_cluster\":{\"host\":\"10.20.0.100\",\"port\":5432}}")
            .put("leader", "dr-pg1")
            .member("dr-pg1", "standby_leader", "running", "\"replication_state\":\"streaming\"")
            .streams("dr-pg2", 0),
        true);
    keep(Made.three("<img src=x onerror=alert(1)>").put("members/broken", "{not json"), false);
    ClusterId main = new ClusterId("lab", "maincluster");
    journal.outside(main, now.minus(Duration.ofDays(3)), JournalEntry.Kind.CLUSTER_SEEN);
    journal.outside(
        main,
        now.minus(Duration.ofHours(30)),
        JournalEntry.Kind.LEADER_CHANGED,
        "",
        "srv-pg2",
        "2");
    journal.outside(main, now.minus(Duration.ofHours(29)), JournalEntry.Kind.CONFIG_CHANGED, "ttl");
    journal.outside(
        main,
        now.minus(Duration.ofHours(5)),
        JournalEntry.Kind.MEMBER_ABSENT,
        "srv-pg3",
        "REPLICA");
    journal.outside(main, now.minus(Duration.ofHours(4)), JournalEntry.Kind.MEMBER_BACK, "srv-pg3");
    journal.ours(
        main,
        now.minus(Duration.ofMinutes(40)),
        JournalEntry.Kind.LEADER_CHANGED,
        1420,
        "srv-pg2",
        "srv-pg1",
        "3");
  }

  private void keep(Made made, boolean production) {
    background.keep(made.id(), production);
    fleet.put(made.state());
  }

  private void heartbeat() {
    long revision = 48_000;
    while (true) {
      fleet.sight("lab", new Sight.InSight(Instant.now(), revision++, Duration.ofMillis(3)));
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Adds so many healthy clusters. */
  @GetMapping("/showroom/many")
  String many(@RequestParam int count) {
    for (int i = 0; i < count; i++) {
      keep(Made.three("app-%04d".formatted(i)), i % 2 == 0);
    }
    return "ok";
  }

  /** Plays a switchover of the main cluster, step by step as Patroni writes it. */
  @GetMapping("/showroom/switchover")
  String switchover(@RequestParam(defaultValue = "600") long pause) throws InterruptedException {
    Made made = Made.three("maincluster");
    made.put("failover", "{\"leader\":\"srv-pg1\",\"member\":\"srv-pg2\"}");
    fleet.put(made.at(Instant.now()).state());
    Thread.sleep(pause);
    made.member("srv-pg1", "replica", "stopped", "").leaderless();
    fleet.put(made.at(Instant.now()).state());
    background.entry(made.id(), Instant.now());
    Thread.sleep(pause);
    made.put("failover", "{}").timeline(4).leads("srv-pg2");
    fleet.put(made.at(Instant.now()).state());
    journal.outside(
        made.id(), Instant.now(), JournalEntry.Kind.LEADER_CHANGED, "srv-pg1", "srv-pg2", "4");
    background.entry(made.id(), null, "srv-pg2");
    Thread.sleep(pause);
    fleet.put(made.streams("srv-pg3", 0).at(Instant.now()).state());
    Thread.sleep(pause);
    fleet.put(made.streams("srv-pg1", 0).at(Instant.now()).state());
    return "ok";
  }
}
