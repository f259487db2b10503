package dev.bascule.dcs.internal;

import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.dcs.DcsMember;
import dev.bascule.dcs.DcsSnapshot;
import dev.bascule.dcs.DcsTest;
import dev.bascule.dcs.DcsTrouble;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.options.LeaseOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** etcd through jetcd. */
@Component
final class EtcdDcs implements Dcs {
  private static final Logger log = LoggerFactory.getLogger(EtcdDcs.class);

  /** For one endpoint; one that can't be connected to fails sooner, by its connection's limit. */
  private static final Duration EACH = Duration.ofSeconds(4);

  private static final Duration TEST = Duration.ofSeconds(10);
  private final Clock clock;

  EtcdDcs(Clock clock) {
    this.clock = clock;
  }

  @Override
  public DcsStream follow(DcsConnection connection, Consumer<DcsEvent> consumer) {
    var stream = new EtcdStream(connection, consumer, clock);
    stream.start();
    return stream;
  }

  @Override
  public DcsSnapshot read(DcsConnection connection, String prefix, Duration limit)
      throws DcsUnreachable {
    var deadline = System.nanoTime() + limit.toNanos();
    @Nullable Throwable last = null;
    for (var endpoint : connection.endpoints()) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        break;
      }
      try (var client = EtcdClients.open(connection, endpoint)) {
        return EtcdReading.list(client, prefix, left.compareTo(EACH) < 0 ? left : EACH);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException | TimeoutException | SSLException | RuntimeException e) {
        last = e;
      }
    }
    var trouble = last == null ? DcsTrouble.TIMED_OUT : Troubles.of(last, connection);
    throw new DcsUnreachable(
        trouble, "no linearizable read from " + connection.name() + ": " + trouble);
  }

  @Override
  public DcsTest test(DcsConnection connection) {
    var endpoints =
        each(connection.endpoints(), endpoint -> Handshake.attempt(connection, endpoint));
    var clusters = List.<String>of();
    var trouble =
        endpoints.stream().allMatch(one -> one.trouble() != null)
            ? endpoints.getFirst().trouble()
            : null;
    if (trouble == null) {
      try {
        clusters =
            EtcdReading.clusters(read(connection, connection.prefix(), TEST), connection.prefix());
      } catch (DcsUnreachable e) {
        trouble = leaderless(connection) ? DcsTrouble.QUORUM_LOST : e.trouble();
      }
    }
    return new DcsTest(endpoints, clusters, trouble);
  }

  private boolean leaderless(DcsConnection connection) {
    return members(connection).stream()
        .anyMatch(member -> member.state() == DcsMember.State.LEADERLESS);
  }

  @Override
  public Optional<Duration> leaseLeft(DcsConnection connection, long lease, Duration limit) {
    var deadline = System.nanoTime() + limit.toNanos();
    for (var endpoint : connection.endpoints()) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive()) {
        break;
      }
      try (var client = EtcdClients.open(connection, endpoint)) {
        var answer =
            EtcdReading.await(client.getLeaseClient().timeToLive(lease, LeaseOption.DEFAULT), left);
        return answer.getTTL() <= 0
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(answer.getTTL()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException | TimeoutException | SSLException | RuntimeException e) {
        log.debug("{} doesn't tell about a lease: {}", endpoint, e.toString());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<DcsMember> members(DcsConnection connection) {
    return each(connection.endpoints(), endpoint -> member(connection, endpoint));
  }

  private static DcsMember member(DcsConnection connection, String endpoint) {
    try (Client client = EtcdClients.open(connection, endpoint)) {
      var status = EtcdReading.await(client.getMaintenanceClient().statusMember(endpoint), EACH);
      var state =
          status.getLeader() == 0
              ? DcsMember.State.LEADERLESS
              : status.getLeader() == status.getHeader().getMemberId()
                  ? DcsMember.State.LEADER
                  : DcsMember.State.FOLLOWER;
      return new DcsMember(
          endpoint,
          state,
          status.getVersion(),
          status.getHeader().getRevision(),
          status.getDbSize(),
          null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return away(endpoint, DcsTrouble.OTHER);
    } catch (ExecutionException | TimeoutException | SSLException | RuntimeException e) {
      return away(endpoint, Troubles.of(e, connection));
    }
  }

  private static DcsMember away(String endpoint, DcsTrouble trouble) {
    return new DcsMember(endpoint, DcsMember.State.AWAY, null, 0, 0, trouble);
  }

  /** Asks all endpoints at once, answers in their order. */
  private static <T> List<T> each(List<String> endpoints, Function<String, T> question) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<T>>();
      endpoints.forEach(endpoint -> tasks.add(() -> question.apply(endpoint)));
      var answers = new ArrayList<T>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the endpoints", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an endpoint's answer failed unexpectedly", e);
    }
  }
}
