package dev.bascule.operation;

import dev.bascule.access.Actor;
import dev.bascule.approval.PlanHash;
import dev.bascule.inventory.ClusterId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Everything that changes a cluster goes through here: for a person at a button, a schedule and the
 * API alike. Whatever isn't allowed or possible is answered with {@link RequestRefused}; nothing
 * was changed then.
 */
public interface Requests {
  /**
   * Thinks an operation through against what is now. Asks members and hosts, so it takes up to some
   * seconds: never on the UI's thread. Keeps nothing and changes nothing.
   */
  Plan rehearse(Actor actor, Operation operation);

  /**
   * The same for somebody who may break the glass: a claim that an unknown outcome holds does not
   * count.
   */
  Plan rehearseException(Actor actor, Operation operation);

  /**
   * Thinks a kept request through again, as things are now; empty when there is no such request for
   * this person. Asks members and hosts, too.
   */
  Optional<Plan> rehearseAgain(Actor actor, RequestId id);

  /**
   * Asks for an operation.
   *
   * @param seen the hash of the sheet that was looked at; another one by now is refused
   * @param reason why, 1 to 2,000 characters
   * @param acknowledged the names of the reservations that were ticked: all of them
   */
  RequestId request(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged);

  /** Agrees. */
  void approve(Actor actor, RequestId id, PlanHash seen, Set<String> acknowledged, String comment);

  /** Refuses; a comment is needed. */
  void reject(Actor actor, RequestId id, String comment);

  /** Takes back what was not sent yet. */
  void cancel(Actor actor, RequestId id, String reason);

  /** Starts what is agreed and waits for somebody to start it. Returns at once. */
  void start(Actor actor, RequestId id, PlanHash seen);

  /**
   * Asks, agrees and starts in one, without anybody else: a right of its own, a reason, a notice to
   * everybody and a review that stays open. Passes a claim that an unknown outcome holds.
   */
  RequestId breakGlass(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged);

  /** Says what became of an unknown outcome; the cluster is free again. */
  void resolve(Actor actor, RequestId id, Resolution resolution, String reason);

  /** Closes the review of a break-glass. */
  void review(Actor actor, RequestId id, String note);

  /** Answers "was this as you expected?". */
  void answer(Actor actor, RequestId id, boolean asExpected, String note);

  /** One request, as far as the person may see it. */
  Optional<RequestView> find(Actor actor, RequestId id);

  /** A list, newest first, as far as the person may see it. */
  List<RequestLine> list(Actor actor, RequestTab tab, int offset, int limit);

  /** The requests of a cluster, newest first. */
  List<RequestLine> ofCluster(Actor actor, ClusterId cluster, int limit);

  /** Those that are looked for, newest first, as far as the actor may see them. */
  List<RequestLine> search(Actor actor, RequestQuery query, int limit);

  /**
   * The exceptions that nobody has reviewed yet, newest first: what everybody is told of across the
   * top of every page. Not narrowed to what somebody may see.
   */
  List<RequestLine> openExceptions();

  /** Says something about a request, 1 to 2,000 characters. Only people do, at any time. */
  void remark(Actor actor, RequestId id, String text);

  /** What was said about a request, oldest first, as far as the person may see it. */
  List<Remark> conversation(Actor actor, RequestId id);

  /** How many wait for this person's answer. */
  int waitingFor(Actor actor);

  /** What a step wrote from a line on, at most {@code limit} pieces. */
  List<TranscriptLine> transcript(Actor actor, RequestId id, UUID step, long from, int limit);

  /** The pauses that were carried out and not resumed here since, at most one a cluster. */
  List<PauseNote> pauses();

  /**
   * Calls {@code listener} whenever a request moved on, after it is kept, on any thread.
   *
   * @return ends it; safe to run twice
   */
  Runnable watch(Consumer<RequestChanged> listener);
}
