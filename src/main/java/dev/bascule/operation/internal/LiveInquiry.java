package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.LeaderSql;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Questions;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Fleet.DcsOutOfSight;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Sight;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the DCS, every member's Patroni and the hosts, all at once, and waits for none of them long.
 */
@Component
final class LiveInquiry implements Inquiry {
  private static final Logger log = LoggerFactory.getLogger(LiveInquiry.class);
  private static final Duration READ_LIMIT = Duration.ofSeconds(3);
  private static final Duration ASK_LIMIT = Duration.ofSeconds(12);

  private final Fleet fleet;
  private final MemberQuestions members;
  private final HostQuestions hosts;
  private final Clock clock;

  LiveInquiry(Fleet fleet, MemberQuestions members, HostQuestions hosts, Clock clock) {
    this.fleet = fleet;
    this.members = members;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public Optional<Answers> ask(ClusterId cluster, boolean fresh) {
    Sight sight = fleet.sight(cluster.dcs());
    ClusterState state;
    try {
      state = fresh ? fleet.readNow(cluster, READ_LIMIT) : fleet.cluster(cluster).orElse(null);
    } catch (DcsOutOfSight e) {
      state = fleet.cluster(cluster).orElse(null);
      sight = blind(sight);
    }
    return state == null ? Optional.empty() : Optional.of(answers(state, sight));
  }

  private Sight blind(Sight sight) {
    return sight instanceof Sight.OutOfSight
        ? sight
        : new Sight.OutOfSight(
            Sight.Blindness.UNKNOWN, clock.instant(), sight.lastSeen(), "TIMED_OUT");
  }

  private Answers answers(ClusterState state, Sight sight) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<MemberName, Future<MemberAnswer>> asked = new HashMap<>();
      List<Future<Optional<Runner>>> runners = new ArrayList<>();
      for (MemberView member : state.members()) {
        if (!member.conforming()) {
          continue;
        }
        if (member.seen()) {
          asked.put(member.name(), threads.submit(() -> members.ask(state.id(), member)));
        }
        runners.add(threads.submit(() -> hosts.runner(state.id(), member.name())));
      }
      LeaderSeat seat = state.leader();
      Future<LeaderSql> sql =
          threads.submit(
              () -> seat == null ? LeaderSql.UNKNOWN : hosts.sql(state.id(), seat.name()));
      Map<MemberName, MemberAnswer> said = new HashMap<>();
      asked.forEach(
          (name, future) ->
              said.put(name, value(future, new MemberAnswer.Silent("TIMED_OUT", clock.instant()))));
      List<Runner> found = new ArrayList<>();
      runners.forEach(future -> value(future, Optional.<Runner>empty()).ifPresent(found::add));
      LeaderSql leader = value(sql, LeaderSql.UNKNOWN);
      threads.shutdownNow();
      return new Answers(state, sight, said, leader, found);
    }
  }

  @Override
  public Map<MemberName, MemberAnswer> members(ClusterState state, Set<MemberName> wanted) {
    Map<MemberName, MemberAnswer> said = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<MemberName, Future<MemberAnswer>> asked = new HashMap<>();
      for (MemberView member : state.members()) {
        if (wanted.contains(member.name()) && member.seen()) {
          asked.put(member.name(), threads.submit(() -> members.ask(state.id(), member)));
        }
      }
      asked.forEach(
          (name, future) ->
              said.put(name, value(future, new MemberAnswer.Silent("TIMED_OUT", clock.instant()))));
      threads.shutdownNow();
    }
    return said;
  }

  @Override
  public Map<MemberName, HostAnswer> hosts(ClusterId cluster, Questions questions) {
    Map<MemberName, HostAnswer> said = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<MemberName, Future<Optional<HostAnswer>>> asked = new HashMap<>();
      questions
          .asked()
          .forEach(
              member ->
                  asked.put(
                      member, threads.submit(() -> hosts.answer(cluster, member, questions))));
      asked.forEach(
          (name, future) ->
              value(future, Optional.<HostAnswer>empty()).ifPresent(it -> said.put(name, it)));
      threads.shutdownNow();
    }
    return said;
  }

  private static <T> T value(Future<T> future, T otherwise) {
    try {
      return future.get(ASK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      return otherwise;
    } catch (ExecutionException e) {
      log.warn("A question could not be asked", e.getCause());
      return otherwise;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise;
    }
  }
}
