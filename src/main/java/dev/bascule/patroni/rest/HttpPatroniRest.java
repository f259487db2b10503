package dev.bascule.patroni.rest;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.PatroniKeys;
import dev.bascule.patroni.Reading;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Patroni's REST by Java's own HTTP client. */
@Component
final class HttpPatroniRest implements PatroniRest, DisposableBean {
  private static final long LONGEST_BODY = 1L << 20;
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final RestClients clients = new RestClients();

  @Override
  public PatroniStatus status(RestTarget target, Duration limit) throws RestFailed {
    return understood(get(target, "/patroni", limit), StatusReader::read);
  }

  @Override
  public Primary primary(RestTarget target, Duration limit) throws RestFailed {
    var answer = get(target, "/primary", limit);
    if (answer.statusCode() != OK && answer.statusCode() != UNAVAILABLE) {
      throw notPatroni();
    }
    var status = StatusReader.read(answer.body()).orElseThrow(HttpPatroniRest::notPatroni);
    return new Primary(answer.statusCode() == OK, status);
  }

  @Override
  public RestCluster cluster(RestTarget target, Duration limit) throws RestFailed {
    return understood(get(target, "/cluster", limit), ClusterReader::read);
  }

  @Override
  public DynamicConfig config(RestTarget target, Duration limit) throws RestFailed {
    return understood(get(target, "/config", limit), body -> read(DynamicConfig.read(body)));
  }

  @Override
  public List<HistoryEntry> history(RestTarget target, Duration limit) throws RestFailed {
    return understood(get(target, "/history", limit), body -> read(PatroniKeys.history(body)));
  }

  private static <T> Optional<T> read(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(var value) -> Optional.of(value);
      case Reading.Unreadable<T>(var reason) -> Optional.empty();
    };
  }

  private static <T> T understood(HttpResponse<byte[]> answer, Function<byte[], Optional<T>> reader)
      throws RestFailed {
    if (answer.statusCode() != OK) {
      throw new RestFailed(
          RestTrouble.NOT_PATRONI, "the node answered with status " + answer.statusCode());
    }
    return reader.apply(answer.body()).orElseThrow(HttpPatroniRest::notPatroni);
  }

  private static RestFailed notPatroni() {
    return new RestFailed(RestTrouble.NOT_PATRONI, "the node's answer is not Patroni's");
  }

  private HttpResponse<byte[]> get(RestTarget target, String path, Duration limit)
      throws RestFailed {
    try {
      var request = HttpRequest.newBuilder(target.at(path)).timeout(limit).GET().build();
      var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY);
      var answer = clients.of(target.identity()).sendAsync(request, handler);
      try {
        // the request's own limit ends with the headers; this one holds for the body too
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RestFailed(RestTrouble.OTHER, "interrupted while asking " + target.base(), e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      var trouble = named(RestTroubles.of(e), target);
      throw new RestFailed(trouble, "no answer from " + target.base() + ": " + trouble, e);
    }
  }

  /** A plain connection that is closed without an answer is what TLS does with plain requests. */
  private static RestTrouble named(RestTrouble trouble, RestTarget target) {
    if (trouble != RestTrouble.OTHER) {
      return trouble;
    }
    return "https".equals(target.base().getScheme())
        ? SecondLook.at(target)
        : RestTrouble.NOT_PATRONI;
  }

  @Override
  public void destroy() {
    clients.close();
  }
}
