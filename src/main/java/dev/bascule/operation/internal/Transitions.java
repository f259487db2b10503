package dev.bascule.operation.internal;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves requests on: in one transaction the row is locked, changed and kept with its audit entry;
 * after it everybody who looks is told.
 */
@Component
final class Transitions {
  private final StoredRequests requests;
  private final RequestNews news;
  private final TransactionTemplate transaction;

  Transitions(StoredRequests requests, RequestNews news, PlatformTransactionManager transactions) {
    this.requests = requests;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Changes a request.
   *
   * @param verb makes the request as it is to be, and writes whatever belongs to the same
   *     transaction; answers with an equal one for "nothing changed"
   */
  Request change(RequestId id, UnaryOperator<Request> verb) {
    Request after =
        inTransaction(
            () -> {
              Request before =
                  requests
                      .lock(id)
                      .orElseThrow(
                          () ->
                              RequestRefused.because(
                                  Refusal.Code.NOT_FOUND, Fact.text(id.toString())));
              Request next = verb.apply(before);
              if (!next.equals(before)) {
                requests.save(next);
              }
              return next;
            });
    news.changed(after);
    return after;
  }

  /** Keeps a new one. */
  Request begin(Function<RequestId, Request> maker) {
    Request made = inTransaction(() -> maker.apply(requests.next()));
    news.changed(made);
    return made;
  }

  /** Several rows in one transaction. */
  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
