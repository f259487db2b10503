package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What people say about a request. Whoever may see it may say something. */
@Component
final class Conversation {
  private static final int MOST = 500;

  private final StoredRemarks remarks;
  private final Transitions transitions;
  private final Records records;
  private final RequestNews news;
  private final Clock clock;

  Conversation(
      StoredRemarks remarks,
      Transitions transitions,
      Records records,
      RequestNews news,
      Clock clock) {
    this.remarks = remarks;
    this.transitions = transitions;
    this.records = records;
    this.news = news;
    this.clock = clock;
  }

  void remark(Actor actor, Request request, String text) {
    if (!actor.isPerson()) {
      throw new NotAllowed(actor, Right.REQUEST);
    }
    String said = Reasons.needed(text);
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transitions.inTransaction(
        () -> {
          records.write(actor, request, "remarked", AuditResult.DONE, "text", said);
          return remarks.save(
              new RemarkRow(request.id().value(), actor.id().value(), actor.name(), at, said));
        });
    news.grew(new RequestChanged(request.id(), request.cluster(), request.state()));
  }

  List<Remark> of(RequestId request) {
    return remarks.findByRequestOrderById(request.value(), Limit.of(MOST)).stream()
        .map(row -> new Remark(row.authorName, row.at, row.text))
        .toList();
  }
}
