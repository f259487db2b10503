package dev.bascule.operation.role;

import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an operation ended whose whole effect is what stands in Patroni's failover key: a
 * schedule handed over, or taken back. Pure.
 */
public final class FailoverKeyJudge {
  private FailoverKeyJudge() {}

  /** Judges a switchover whose schedule was handed to Patroni. */
  public static Judgement scheduled(
      Switchover operation, Timing.At at, Fence fence, Evidence evidence) {
    SwitchoverAim aim = SwitchoverAim.of(operation, fence);
    ClusterState state = evidence.state();
    if (state != null && state.leader() != null && state.leader().createRevision() != aim.reign()) {
      return decided(
          RequestState.DEVIATED, "leader-moved", Fact.text(state.leader().name().value()));
    }
    return judge("scheduled", key -> stands(key, operation, aim, at), evidence);
  }

  /** Judges the cancelling of what Patroni kept. */
  public static Judgement cancelled(
      CancelScheduledSwitchover operation, Fence fence, Evidence evidence) {
    return judge("cancelled", key -> key == null || !key.scheduled(), evidence);
  }

  private static boolean stands(
      @Nullable FailoverKey key, Switchover operation, SwitchoverAim aim, Timing.At at) {
    if (key == null || !aim.leader().equals(key.leader()) || !at.at().equals(key.scheduledAt())) {
      return false;
    }
    return !(operation.successor() instanceof Successor.Named(var candidate))
        || candidate.equals(key.candidate());
  }

  private static Judgement judge(
      String what, Predicate<@Nullable FailoverKey> reached, Evidence evidence) {
    Job job = evidence.job();
    if (job instanceof Job.NothingSent) {
      return decided(RequestState.FAILED, "nothing-sent");
    }
    if (job instanceof Job.WrongTarget(var said)) {
      return decided(RequestState.FAILED, "wrong-target", Fact.text(said));
    }
    ClusterState state = evidence.state();
    boolean seen = state != null && reached.test(state.failover());
    if (seen && !(job instanceof Job.Running)) {
      return decided(RequestState.SUCCEEDED, what);
    }
    Duration patience =
        job instanceof Job.Finished && state != null
            ? evidence.patience().toAnswer()
            : evidence.patience().toAsk();
    boolean refused =
        job instanceof Job.Finished(var exit, var said) && said == ProgramAnswer.REFUSED;
    if (refused && state != null) {
      return decided(RequestState.FAILED, "refused");
    }
    if (evidence.looking().compareTo(patience) < 0) {
      return new Judgement.LookAgain(Phrase.of("operation.look.failover"));
    }
    return job instanceof Job.Finished && state != null
        ? decided(RequestState.FAILED, "not-seen")
        : decided(RequestState.UNKNOWN, "unknown");
  }

  private static Judgement decided(RequestState state, String said, Fact... args) {
    return new Judgement.Decided(
        new Outcome(state, Phrase.of("operation.outcome.key." + said, args)));
  }
}
