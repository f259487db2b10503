package dev.bascule.operation.role;

import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides how pausing or resuming ended: the configuration says so, and every member that is there
 * has seen it. Pure.
 */
public final class PauseJudge {
  private PauseJudge() {}

  /** Judges a pause. */
  public static Judgement paused(Evidence evidence) {
    return judge("pause", true, evidence);
  }

  /** Judges a resumption. */
  public static Judgement resumed(Evidence evidence) {
    return judge("resume", false, evidence);
  }

  private static Judgement judge(String of, boolean wanted, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    if (state.paused() != wanted) {
      return CommonJudge.unseen(evidence, "configuration");
    }
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("program");
    }
    String unaware =
        state.members().stream()
            .filter(MemberView::seen)
            .filter(member -> member.pauseSeen() != wanted)
            .map(member -> member.name().value())
            .collect(Collectors.joining(", "));
    if (unaware.isEmpty()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, of, "done");
    }
    return evidence.over(evidence.patience().toAnswer())
        ? CommonJudge.decided(RequestState.DEVIATED, of, "not-everywhere", Fact.text(unaware))
        : CommonJudge.look("members");
  }
}
