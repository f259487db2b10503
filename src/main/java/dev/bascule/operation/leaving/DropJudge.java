package dev.bascule.operation.leaving;

import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how the deletion of an instance ended: pglift on its host knows it no more, and its key
 * is gone from the DCS. Pure.
 */
public final class DropJudge {
  private DropJudge() {}

  /** Judges it. */
  public static Judgement judge(DropInstance operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toRejoin())) {
      return CommonJudge.look("program");
    }
    var leaver = new Leaver(operation.member(), state);
    Fact name = Fact.text(operation.member().value());
    return switch (Listed.of(operation.member(), evidence)) {
      case UNKNOWN ->
          evidence.over(evidence.patience().toAsk())
              ? CommonJudge.decided(RequestState.UNKNOWN, "instance-drop", "silent", name)
              : CommonJudge.look("host");
      case RUNNING -> CommonJudge.unseen(evidence, "dropped");
      case STOPPED ->
          evidence.over(evidence.patience().toAnswer())
                  && !(evidence.job() instanceof Job.Running)
                  && !leaver.runs()
              ? CommonJudge.decided(RequestState.DEVIATED, "instance-drop", "half", name)
              : CommonJudge.unseen(evidence, "dropped");
      case MISSING -> missing(name, leaver, evidence);
    };
  }

  private static Judgement missing(Fact name, Leaver leaver, Evidence evidence) {
    if (leaver.seen()) {
      // its key expires by itself
      return evidence.over(evidence.patience().toLead())
          ? CommonJudge.decided(RequestState.DEVIATED, "instance-drop", "key-stays", name)
          : CommonJudge.look("gone");
    }
    return leaver.alone()
        ? CommonJudge.decided(RequestState.SUCCEEDED, "instance-drop", "done-last", name)
        : CommonJudge.decided(RequestState.SUCCEEDED, "instance-drop", "done", name);
  }
}
