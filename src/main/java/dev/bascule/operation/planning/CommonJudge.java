package dev.bascule.operation.planning;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.Evidence.Job;
import java.util.Optional;

/**
 * What judges have in common: what is decided before the effect is looked at, and what it means
 * that the effect is not seen. Success is no part of it: that is the judge's own.
 */
public final class CommonJudge {
  private CommonJudge() {}

  /**
   * Decided, or to be looked at again, whatever the effect is; empty when it has to be looked at.
   * When it is empty there is a state.
   */
  public static Optional<Judgement> early(Evidence evidence) {
    if (evidence.job() instanceof Job.NothingSent) {
      return Optional.of(decided(RequestState.FAILED, "nothing-sent"));
    }
    if (evidence.job() instanceof Job.WrongTarget(var said)) {
      return Optional.of(decided(RequestState.FAILED, "wrong-target", Fact.text(said)));
    }
    if (evidence.state() == null) {
      return Optional.of(
          evidence.over(evidence.patience().toAsk())
              ? decided(RequestState.UNKNOWN, "dcs-silent")
              : look("dcs"));
    }
    return Optional.empty();
  }

  /**
   * The effect is not seen at all, so nothing changed as long as the program is known to be over.
   *
   * @param waitingFor a code under {@code operation.look.}
   */
  public static Judgement unseen(Evidence evidence, String waitingFor) {
    Patience patience = evidence.patience();
    return switch (evidence.job()) {
      case Job.NothingSent() -> decided(RequestState.FAILED, "nothing-sent");
      case Job.WrongTarget(var said) ->
          decided(RequestState.FAILED, "wrong-target", Fact.text(said));
      case Job.Running() ->
          evidence.over(patience.toRejoin())
              ? decided(RequestState.UNKNOWN, "still-running")
              : look("program");
      case Job.Finished(var exit, var said) -> {
        if (said == ProgramAnswer.REFUSED) {
          yield decided(RequestState.FAILED, "refused");
        }
        yield evidence.over(patience.toAnswer())
            ? decided(RequestState.FAILED, "not-seen")
            : look(waitingFor);
      }
      case Job.Lost(var reason) ->
          evidence.over(patience.toAsk())
              ? decided(RequestState.UNKNOWN, "lost", Fact.text(reason))
              : look(waitingFor);
      case Job.NotAsked(var trouble) ->
          evidence.over(patience.toAsk())
              ? decided(
                  RequestState.UNKNOWN, "host-silent", Fact.words("operation.trouble." + trouble))
              : look("host");
    };
  }

  /** Look again. */
  public static Judgement look(String waitingFor) {
    return new Judgement.LookAgain(Phrase.of("operation.look." + waitingFor));
  }

  private static Judgement decided(RequestState state, String said, Fact... args) {
    return decided(state, "common", said, args);
  }

  /** Decided, with a sentence under {@code operation.outcome.<of>.<said>}. */
  public static Judgement decided(RequestState state, String of, String said, Fact... args) {
    return new Judgement.Decided(
        new Outcome(state, Phrase.of("operation.outcome." + of + "." + said, args)));
  }
}
