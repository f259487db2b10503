package dev.bascule.operation.leaving;

import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how the start of a member ended: it streams on the cluster's timeline, or leads. Pure.
 */
public final class StartJudge {
  private StartJudge() {}

  /** Judges it. */
  public static Judgement judge(StartInstance operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    var leaver = new Leaver(operation.member(), state);
    Fact name = Fact.text(operation.member().value());
    if (leaver.runs() && leaver.leads() && LeavingChecks.state(leaver).equals("running")) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "instance-start", "leads", name);
    }
    boolean streams =
        leaver.runs()
            && leaver
                .view()
                .filter(MemberView::streaming)
                .filter(view -> view.timeline() == state.timeline())
                .isPresent();
    if (streams) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "instance-start", "done", name);
    }
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toRejoin())) {
      return CommonJudge.look("program");
    }
    Listed listed = Listed.of(operation.member(), evidence);
    if (!leaver.runs() && (listed == Listed.STOPPED || listed == Listed.MISSING)) {
      return CommonJudge.unseen(evidence, "streaming");
    }
    if (!evidence.over(evidence.patience().toRejoin())) {
      return CommonJudge.look("streaming");
    }
    return leaver.runs() || listed == Listed.RUNNING
        ? CommonJudge.decided(
            RequestState.DEVIATED,
            "instance-start",
            "not-streaming",
            name,
            leaver.runs()
                ? Fact.text(LeavingChecks.state(leaver))
                : Fact.words("operation.value.absent"))
        : CommonJudge.decided(RequestState.UNKNOWN, "instance-start", "silent", name);
  }
}
