package dev.bascule.operation.leaving;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how the stop of a member ended: its key is gone from the DCS, pglift on its host says
 * that PostgreSQL doesn't run, and if it led, somebody else does. Pure.
 */
public final class StopJudge {
  private StopJudge() {}

  /** Judges it. */
  public static Judgement judge(StopInstance operation, Fence fence, Evidence evidence) {
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
    if (leaver.runs()) {
      return CommonJudge.unseen(evidence, "gone");
    }
    var listed = Listed.of(operation.member(), evidence);
    boolean waited = evidence.over(evidence.patience().toAnswer());
    return switch (listed) {
      case UNKNOWN ->
          evidence.over(evidence.patience().toAsk())
              ? CommonJudge.decided(RequestState.UNKNOWN, "instance-stop", "silent", name)
              : CommonJudge.look("host");
      case RUNNING ->
          waited
              ? CommonJudge.decided(RequestState.DEVIATED, "instance-stop", "alone", name)
              : CommonJudge.look("gone");
      case MISSING -> CommonJudge.decided(RequestState.DEVIATED, "instance-stop", "dropped", name);
      case STOPPED -> stopped(name, leaver, fence, evidence);
    };
  }

  private static Judgement stopped(Fact name, Leaver leaver, Fence fence, Evidence evidence) {
    if (leaver.seen() && !evidence.over(evidence.patience().toLead())) {
      // its key expires by itself
      return CommonJudge.look("gone");
    }
    boolean led = !fence.fact(FenceNames.LEADER).isEmpty();
    if (!led || leaver.alone()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "instance-stop", "done", name);
    }
    LeaderSeat seat = leaver.state().leader();
    if (seat != null && !leaver.leads()) {
      return CommonJudge.decided(
          RequestState.SUCCEEDED,
          "instance-stop",
          "done-led",
          name,
          Fact.text(seat.name().value()));
    }
    return evidence.over(evidence.patience().toLead())
        ? CommonJudge.decided(RequestState.DEVIATED, "instance-stop", "nobody-leads", name)
        : CommonJudge.look("leader");
  }
}
