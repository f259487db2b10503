package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Standing;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Operation;
import dev.bascule.operation.PauseNote;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestLine;
import dev.bascule.operation.RequestQuery;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestTab;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Resolution;
import dev.bascule.operation.TranscriptLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where everybody comes who wants something done or known. */
@Component
final class RequestDesk implements Requests {
  private static final int MOST = 500;

  private final Asking asking;
  private final Agreeing agreeing;
  private final Starting starting;
  private final Rehearsal rehearsal;
  private final StoredRequests requests;
  private final StoredSheets sheets;
  private final StoredSteps steps;
  private final StoredTranscripts transcripts;
  private final StoredReports reports;
  private final RequestLists lists;
  private final Conversation conversation;
  private final Approvals approvals;
  private final RequestNews news;

  RequestDesk(
      Asking asking,
      Agreeing agreeing,
      Starting starting,
      Rehearsal rehearsal,
      StoredRequests requests,
      StoredSheets sheets,
      StoredSteps steps,
      StoredTranscripts transcripts,
      StoredReports reports,
      RequestLists lists,
      Conversation conversation,
      Approvals approvals,
      RequestNews news) {
    this.asking = asking;
    this.agreeing = agreeing;
    this.starting = starting;
    this.rehearsal = rehearsal;
    this.requests = requests;
    this.sheets = sheets;
    this.steps = steps;
    this.transcripts = transcripts;
    this.reports = reports;
    this.lists = lists;
    this.conversation = conversation;
    this.approvals = approvals;
    this.news = news;
  }

  @Override
  public Plan rehearse(Actor actor, Operation operation) {
    return asking.rehearse(actor, operation);
  }

  @Override
  public Plan rehearseException(Actor actor, Operation operation) {
    return asking.rehearseException(actor, operation);
  }

  @Override
  public Optional<Plan> rehearseAgain(Actor actor, RequestId id) {
    return visible(actor, id).map(request -> rehearsal.again(request).plan());
  }

  @Override
  public RequestId request(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged) {
    RequestId id = asking.request(actor, operation, seen, reason, acknowledged);
    Failpoints.AFTER_REQUESTED.pass();
    return id;
  }

  @Override
  public void approve(
      Actor actor, RequestId id, PlanHash seen, Set<String> acknowledged, String comment) {
    agreeing.approve(actor, id, seen, acknowledged, comment);
  }

  @Override
  public void reject(Actor actor, RequestId id, String comment) {
    agreeing.reject(actor, id, comment);
  }

  @Override
  public void cancel(Actor actor, RequestId id, String reason) {
    agreeing.cancel(actor, id, reason);
  }

  @Override
  public void start(Actor actor, RequestId id, PlanHash seen) {
    starting.start(actor, id, seen);
  }

  @Override
  public RequestId breakGlass(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged) {
    return asking.breakGlass(actor, operation, seen, reason, acknowledged);
  }

  @Override
  public void resolve(Actor actor, RequestId id, Resolution resolution, String reason) {
    starting.resolve(actor, id, resolution, reason);
  }

  @Override
  public void review(Actor actor, RequestId id, String note) {
    starting.review(actor, id, note);
  }

  @Override
  public void answer(Actor actor, RequestId id, boolean asExpected, String note) {
    starting.answer(actor, id, asExpected, note);
  }

  @Override
  public Optional<RequestView> find(Actor actor, RequestId id) {
    return visible(actor, id).map(this::view);
  }

  private Optional<Request> visible(Actor actor, RequestId id) {
    return requests
        .find(id)
        .filter(request -> actor.may(Right.VIEW, request.asked().environment()));
  }

  private RequestView view(Request request) {
    Request.Asked asked = request.asked();
    Standing standing = approvals.standing(asked.proposal()).orElseThrow();
    RequestLine line =
        new RequestLine(
            request.id(),
            request.cluster(),
            asked.operation().kind(),
            asked.environment(),
            asked.sentence(),
            request.state(),
            asked.requester(),
            asked.requesterName(),
            asked.askedAt(),
            asked.runsAt(),
            request.state() == RequestState.REQUESTED ? standing.missing() : 0,
            request.breakGlass() != null,
            request.changedAt());
    return new RequestView(
        line,
        asked.operation(),
        asked.reason(),
        asked.hash(),
        sheets.of(request.id()),
        standing,
        asked.expiresAt(),
        steps.of(request.id()).stream().map(StoredSteps.Step::view).toList(),
        request.voidedBy(),
        request.outcome(),
        request.resolution(),
        request.breakGlass(),
        reports.find(request.id()).orElse(null),
        request.feedback());
  }

  @Override
  public List<RequestLine> list(Actor actor, RequestTab tab, int offset, int limit) {
    return lists.list(actor, tab, Math.max(0, offset), bounded(limit));
  }

  @Override
  public List<RequestLine> ofCluster(Actor actor, ClusterId cluster, int limit) {
    return lists.ofCluster(actor, cluster, bounded(limit));
  }

  @Override
  public List<RequestLine> search(Actor actor, RequestQuery query, int limit) {
    return lists.search(actor, query, bounded(limit));
  }

  @Override
  public List<RequestLine> openExceptions() {
    return lists.openExceptions(MOST);
  }

  @Override
  public void remark(Actor actor, RequestId id, String text) {
    conversation.remark(
        actor,
        visible(actor, id)
            .orElseThrow(
                () -> RequestRefused.because(Refusal.Code.NOT_FOUND, Fact.text(id.toString()))),
        text);
  }

  @Override
  public List<Remark> conversation(Actor actor, RequestId id) {
    return visible(actor, id).isPresent() ? conversation.of(id) : List.of();
  }

  @Override
  public int waitingFor(Actor actor) {
    return lists.count(actor, RequestTab.WAITING_FOR_ME);
  }

  @Override
  public List<TranscriptLine> transcript(
      Actor actor, RequestId id, UUID step, long from, int limit) {
    boolean its =
        visible(actor, id).isPresent()
            && steps.of(id).stream().anyMatch(sent -> sent.view().id().equals(step));
    return its ? transcripts.of(step, from, bounded(limit)) : List.of();
  }

  @Override
  public List<PauseNote> pauses() {
    return requests.pauses();
  }

  @Override
  public Runnable watch(Consumer<RequestChanged> listener) {
    return news.watch(listener);
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, MOST);
  }
}
