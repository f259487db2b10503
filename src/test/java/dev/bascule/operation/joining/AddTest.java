package dev.bascule.operation.joining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.operation.role.SampleFacts;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Manifest;
import dev.bascule.pglift.SiteRules;
import dev.bascule.pglift.Vacancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cluster gets another member, on a host that has none of it. */
class AddTest {
  private static final MemberName PG1 = new MemberName("srv-pg1");
  private static final MemberName PG4 = new MemberName("srv-pg4");
  private static final InstanceName MAIN = new InstanceName("15", "main");
  private static final Instance MADE = new Instance(MAIN, 5432, "/pgdata/15/main/data", true);
  private static final SiteRules RULES =
      new SiteRules(
          "local/local", List.of("a:2379", "b:2379"), List.of("postgres", "replication", "backup"));
  private static final Job DONE = new Job.Finished(0, ProgramAnswer.DONE);
  private static final Job ENDED = new Job.Finished(1, ProgramAnswer.UNCLEAR);
  private static final AddMember ADD =
      new AddMember(
          SampleCluster.ID, PG4, "host4", MAIN, 5432, "10.77.0.14", 8008, PG1, Duration.ofHours(1));

  private final SampleFacts facts = SampleFacts.inOrder();
  private final SampleCluster cluster = facts.cluster;

  AddTest() {
    lent(Manifest.SUPERUSER, Manifest.REPLICATION, Manifest.ETCD);
    vacant(RULES, true, List.of(), List.of(), 2, 100L << 20);
  }

  private void lent(String... secrets) {
    var all = new TreeMap<String, String>();
    List.of(secrets).forEach(name -> all.put(name, ""));
    facts.hosts.put(
        PG1,
        new HostAnswer(
            null,
            new HostAnswer.Disk(50L << 20, 1L << 30),
            null,
            null,
            null,
            new Kinship("main-app", "patroni", null, RULES, all),
            SampleCluster.NOW));
  }

  private void vacant(
      @Nullable SiteRules rules,
      boolean postgresql,
      List<Instance> instances,
      List<Integer> taken,
      int etcd,
      @Nullable Long free) {
    var vacancy = new Vacancy("3.3.0", rules, postgresql, instances, taken, etcd, free);
    facts.hosts.put(
        PG4,
        new HostAnswer(
            null,
            null,
            instances,
            null,
            new HostAnswer.Place("host4", "postgres", vacancy),
            null,
            SampleCluster.NOW));
  }

  private Plan plan() {
    return AddPlanner.plan(ADD, facts.facts());
  }

  private Level level(String code) {
    return plan().sheet().checks().stream()
        .filter(check -> check.name().equals(code + ":srv-pg4"))
        .map(Check::level)
        .findFirst()
        .orElseThrow();
  }

  private Judgement judged(Job job, int seconds) {
    return AddJudge.judge(
        ADD,
        new Evidence(
            job,
            cluster.state(),
            Map.of(),
            facts.hosts,
            plan().sheet(),
            Duration.ofSeconds(seconds),
            Patience.whileRunning(cluster.state().config())));
  }

  private static String said(Judgement judgement) {
    return judgement instanceof Judgement.Decided(Outcome(var state, var said))
        ? state + " " + said.key().replaceFirst(".*\\.", "")
        : "";
  }

  @Test
  void isSentToItsHostWithAManifestThatHoldsNoSecret() {
    var command = plan().sheet().commands().getFirst();
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(command.host()).isEqualTo("host4");
    assertThat(command.argv()).endsWith("apply", "-f", "-", "-o", "json");
    assertThat(command.manifest())
        .contains("surole_password: \"{{ surole_password }}\"")
        .contains("stanza: \"main-app\"")
        .contains("connect_address: \"10.77.0.14:8008\"");
  }

  @Test
  void whatIsAgreedToIsTheManifestToo() {
    var agreed = plan().hash();
    lent(Manifest.SUPERUSER, Manifest.REPLICATION);
    assertThat(plan().hash()).isNotEqualTo(agreed);
  }

  @Test
  void isRefusedWithoutThePasswords() {
    lent(Manifest.SUPERUSER);
    assertThat(level("joining-model")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedWhereTheNameIsTakenOrNobodyLeads() {
    cluster.with("srv-pg4");
    assertThat(level("joining-name")).isEqualTo(Level.RED);
    cluster.node("srv-pg4").seen = false;
    assertThat(level("joining-name")).isEqualTo(Level.AMBER);
    cluster.leaderless();
    assertThat(level("joining-leader")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedWhilePaused() {
    cluster.configured("{\"pause\":true}");
    assertThat(level("joining-paused")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedWhereTheInstanceOrAPortIsTaken() {
    vacant(RULES, true, List.of(MADE), List.of(8008), 2, null);
    assertThat(level("joining-instance")).isEqualTo(Level.RED);
    assertThat(level("joining-port")).isEqualTo(Level.RED);
    assertThat(level("joining-api-port")).isEqualTo(Level.RED);
    assertThat(level("joining-room")).isEqualTo(Level.AMBER);
  }

  @Test
  void isRefusedOnAHostThatIsNotMadeForIt() {
    var dynamic = new SiteRules("dynamic/dynamic", RULES.etcd(), List.of("root", "r", "b"));
    vacant(dynamic, false, List.of(), List.of(), 0, 10L << 20);
    for (String code : List.of("mode", "roles", "postgresql", "etcd", "room")) {
      assertThat(level("joining-" + code)).as(code).isEqualTo(Level.RED);
    }
    vacant(null, true, List.of(), List.of(), 0, 10L << 20);
    assertThat(level("joining-pglift")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedWhenTheHostCanNotBeAsked() {
    facts.hosts.remove(PG4);
    assertThat(level("joining-host")).isEqualTo(Level.RED);
    assertThat(plan().sheet().commands()).isEmpty();
  }

  @Test
  void warnsOfAScarceDiskAndOfAnEtcdMemberOutOfReach() {
    vacant(RULES, true, List.of(), List.of(), 1, 55L << 20);
    assertThat(level("joining-room")).isEqualTo(Level.AMBER);
    assertThat(level("joining-etcd")).isEqualTo(Level.AMBER);
  }

  @Test
  void succeedsWhenItStreamsAndPgliftIsDone() {
    assertThat(said(judged(new Job.Running(), 600))).isEmpty();
    assertThat(said(judged(DONE, 3))).isEmpty();
    cluster.with("srv-pg4");
    assertThat(said(judged(new Job.Running(), 600))).isEmpty();
    assertThat(said(judged(DONE, 3))).isEqualTo(RequestState.SUCCEEDED + " done");
    assertThat(said(judged(ENDED, 3))).isEqualTo(RequestState.DEVIATED + " unfinished");
  }

  @Test
  void whatDoesNotStreamInTimeIsSaid() {
    cluster.with("srv-pg4");
    cluster.node("srv-pg4").replicationState = null;
    assertThat(said(judged(DONE, 3))).isEmpty();
    assertThat(said(judged(DONE, 7200))).isEqualTo(RequestState.DEVIATED + " not-streaming");
  }

  @Test
  void whatIsLeftHalfMadeIsSaid() {
    assertThat(said(judged(ENDED, 600))).isEqualTo(RequestState.FAILED + " undone");
    vacant(RULES, true, List.of(MADE), List.of(), 2, null);
    assertThat(said(judged(ENDED, 600))).isEqualTo(RequestState.DEVIATED + " half");
    facts.hosts.remove(PG4);
    assertThat(said(judged(ENDED, 600))).isEqualTo(RequestState.UNKNOWN + " silent");
  }
}
