package dev.bascule.operation.leaving;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import java.util.Objects;
import java.util.Optional;

/** Decides how the removal of a cluster ended: nothing of it is left in the DCS. Pure. */
public final class RemoveJudge {
  private RemoveJudge() {}

  /** Judges it. */
  public static Judgement judge(RemoveCluster operation, Fence fence, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    Fact name = Fact.text(operation.cluster().cluster());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("program");
    }
    if (state.gone()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "cluster-remove", "done", name);
    }
    String before = fence.fact(FenceNames.SYSTEM_IDENTIFIER);
    return state.systemIdentifier().equals(before)
        ? CommonJudge.unseen(evidence, "removed")
        : CommonJudge.decided(RequestState.DEVIATED, "cluster-remove", "another", name);
  }
}
