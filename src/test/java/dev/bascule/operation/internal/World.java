package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.Policies;
import dev.bascule.approval.internal.Approvers;
import dev.bascule.approval.internal.Voters;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Questions;
import dev.bascule.operation.role.SampleFacts;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.MemoryAudit;
import dev.bascule.support.MovingClock;
import dev.bascule.support.StrictPermissions;
import dev.bascule.support.TestDatabase;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A console built by hand on a real database, with hosts, a cluster and a clock that a test rules.
 * Another console on the same world is what a restart makes.
 */
public final class World {
  final MovingClock clock = new MovingClock();
  final MemoryAudit audit = new MemoryAudit();
  final FakeFleet fleet = new FakeFleet();
  final FakeHosts hosts = new FakeHosts(clock);
  final SampleFacts facts = SampleFacts.inOrder();
  final SampleCluster cluster = facts.cluster;
  final TestDatabase database;
  private final Inquiry asked = new Asked();

  /** May ask. */
  public final Actor dana;

  /** May approve. */
  public final Actor amir;

  final Actor mona;
  final List<Journal.Attribution> attributions = new ArrayList<>();
  private final TreeMap<Instant, Runnable> later = new TreeMap<>();
  Console console;

  /** A world on an empty database. */
  public World(TestDatabase database) {
    this.database = database;
    dana = Voters.person(database, "dana", Right.VIEW, Right.REQUEST);
    amir = Voters.person(database, "amir", Right.VIEW, Right.APPROVE);
    mona =
        Voters.person(
            database,
            "mona",
            Right.VIEW,
            Right.REQUEST,
            Right.BREAK_GLASS,
            Right.RESOLVE_UNKNOWN,
            Right.REVIEW);
    console = new Console();
  }

  /** The console is gone without a word, and another one begins. */
  void restart() {
    console = new Console();
  }

  /** Something happens in the world so much later. */
  void after(Duration delay, Runnable event) {
    synchronized (later) {
      later.put(clock.instant().plus(delay), event);
    }
  }

  /** The cluster shows what was changed of it. */
  void show() {
    fleet.show(cluster.observedAt(clock.instant()).state());
  }

  /** patronictl does what it says: the candidate leads after two seconds, the old one follows. */
  public void switchesOver(String to) {
    switchesOver(to, "Successfully switched over to \"" + to + "\"\n");
  }

  /** The same, and patronictl writes this. */
  public void switchesOver(String to, String output) {
    hosts.program(
        step -> {
          hosts.runOn(step);
          after(
              Duration.ofSeconds(2),
              () -> {
                cluster.ledBy(to, 2_000);
                cluster.node("srv-pg1").replicationState = null;
                show();
                hosts.finish(step, 0, output);
              });
          after(
              Duration.ofSeconds(6),
              () -> {
                cluster.node("srv-pg1").replicationState = "streaming";
                show();
              });
        });
  }

  private void pass(Duration length) {
    clock.move(length);
    while (true) {
      Runnable due;
      synchronized (later) {
        var first = later.firstEntry();
        if (first == null || first.getKey().isAfter(clock.instant())) {
          return;
        }
        due = first.getValue();
        later.remove(first.getKey());
      }
      due.run();
    }
  }

  /** Everything that people do. */
  public dev.bascule.operation.Requests requests() {
    return console.desk;
  }

  /** Dana asks. */
  public RequestId asked(Operation operation) {
    Plan plan = console.desk.rehearse(dana, operation);
    return console.desk.request(
        dana, operation, plan.hash(), "kernel update on srv-pg1", plan.sheet().reservations());
  }

  /** Dana asks and Amir agrees. */
  public RequestId agreed(Operation operation) {
    RequestId id = asked(operation);
    agree(id);
    return id;
  }

  void agree(RequestId id) {
    RequestView view = view(id);
    console.desk.approve(amir, id, view.hash(), view.newestSheet().reservations(), "go ahead");
  }

  /** Dana starts it. */
  public void start(RequestId id) {
    console.desk.start(dana, id, view(id).hash());
  }

  RequestView view(RequestId id) {
    return console.desk.find(dana, id).orElseThrow();
  }

  RequestState state(RequestId id) {
    return view(id).state();
  }

  int claims() {
    return database.sql("select count(*) from operation_claim").query(Integer.class).single();
  }

  /** The rooms' parts, put together as Spring does. */
  final class Console {
    final ConsoleRun run = new ConsoleRun();
    final StoredRequests requests = new StoredRequests(database.client());
    final StoredClaims claims = new StoredClaims(database.client());
    final RequestDesk desk;
    final Timekeeper timekeeper;
    final Reconciler reconciler;
    final Conductor conductor;
    final Dispatcher dispatcher;
    final Policies policies = Approvers.policies(database, audit, clock);

    Console() {
      var news = new RequestNews(event -> {});
      var sheets = new StoredSheets(database.client());
      var steps = new StoredSteps(database.client());
      var transcripts = new StoredTranscripts(database.client());
      var reports = new StoredReports(database.client());
      var transitions = new Transitions(requests, news, database.transactions());
      var records = new Records(audit);
      var permissions = new StrictPermissions();
      Approvals approvals = Approvers.approvals(database, clock);
      Pauses pauses = new MovingPauses(Thread.currentThread());
      var rehearsal = new Rehearsal(asked, claims, requests, reports, clock);
      var courier = new Courier(hosts, hosts, steps, claims, transitions, records, run, clock);
      dispatcher =
          new Dispatcher(
              requests,
              claims,
              sheets,
              approvals,
              rehearsal,
              courier,
              transitions,
              records,
              run,
              clock);
      var closing =
          new Closing(
              transitions,
              claims,
              reports,
              records,
              journal(),
              (request, outcome) -> {},
              pauses,
              clock);
      var watching =
          new Watching(
              hosts,
              fleet,
              new Observer(fleet, asked, sheets, pauses, clock),
              closing,
              steps,
              transcripts,
              transitions,
              news,
              pauses,
              clock);
      var recovery = new Recovery(steps, claims, hosts, watching, closing, transitions, clock);
      var active = new ActiveRequests();
      OperationThreads inline = Runnable::run;
      conductor =
          new Conductor(
              dispatcher,
              courier,
              watching,
              rehearsal,
              recovery,
              closing,
              transitions,
              records,
              (id, state) -> measured(),
              fleet,
              pauses,
              clock,
              active,
              inline);
      reconciler = new Reconciler(claims, requests, recovery, run, inline, active);
      timekeeper = new Timekeeper(requests, conductor, transitions, approvals, records, clock);
      desk =
          new RequestDesk(
              new Asking(
                  rehearsal,
                  id -> new Places.Place("production", "high"),
                  policies,
                  approvals,
                  permissions,
                  requests,
                  sheets,
                  transitions,
                  records,
                  conductor,
                  clock),
              new Agreeing(
                  rehearsal, approvals, permissions, requests, sheets, transitions, records, clock),
              new Starting(
                  conductor, permissions, requests, claims, transitions, records, fleet, clock),
              rehearsal,
              requests,
              sheets,
              steps,
              transcripts,
              reports,
              new RequestLists(database.client()),
              new Conversation(new MemoryRemarks(), transitions, records, news, clock),
              approvals,
              news);
    }
  }

  private Probes.Probing measured() {
    return () -> new Probes.Measured(Duration.ofMillis(1_512), null, null, null);
  }

  /** Everybody answers what the test's facts say. */
  private final class Asked implements Inquiry {
    @Override
    public Optional<Answers> ask(ClusterId id, boolean fresh) {
      return id.equals(SampleCluster.ID)
          ? Optional.of(
              new Answers(
                  fleet.state(), fleet.sight("lab"), facts.answers, facts.sql, facts.runners))
          : Optional.empty();
    }

    @Override
    public Map<MemberName, MemberAnswer> members(ClusterState state, Set<MemberName> members) {
      return facts.answers.entrySet().stream()
          .filter(answer -> members.contains(answer.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<MemberName, HostAnswer> hosts(ClusterId cluster, Questions questions) {
      return Map.copyOf(facts.hosts);
    }
  }

  private Journal journal() {
    return new Journal() {
      @Override
      public List<JournalEntry> entries(ClusterId cluster, long beforeSeq, int limit) {
        return List.of();
      }

      @Override
      public void attribute(ClusterId cluster, Attribution attribution) {
        attributions.add(attribution);
      }
    };
  }

  /** Lets the clock move while the carrying thread waits; other threads wait for real, shortly. */
  private final class MovingPauses implements Pauses {
    private final Thread carrier;

    MovingPauses(Thread carrier) {
      this.carrier = carrier;
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      if (Thread.currentThread().equals(carrier)) {
        pass(length);
        // the threads that follow steps get their turn
        Thread.sleep(5);
      } else {
        Thread.sleep(1);
      }
    }
  }

  @Nullable String outcome(RequestId id) {
    var outcome = view(id).outcome();
    return outcome == null ? null : outcome.said().key();
  }
}
