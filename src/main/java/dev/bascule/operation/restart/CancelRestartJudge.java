package dev.bascule.operation.restart;

import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides how the cancelling of restarts ended: no member keeps one any more. Pure. */
public final class CancelRestartJudge {
  private CancelRestartJudge() {}

  /** Judges it. */
  public static Judgement judge(CancelScheduledRestart operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    var state = Objects.requireNonNull(evidence.state());
    List<MemberName> kept =
        operation.members().stream()
            .filter(name -> state.member(name).map(MemberView::scheduledRestart).isPresent())
            .toList();
    if (kept.isEmpty()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "restart-cancel", "done");
    }
    if (kept.size() == operation.members().size()) {
      return CommonJudge.unseen(evidence, "members");
    }
    return evidence.over(evidence.patience().toAnswer())
        ? CommonJudge.decided(RequestState.DEVIATED, "restart-cancel", "partly", Names.fact(kept))
        : CommonJudge.look("members");
  }
}
