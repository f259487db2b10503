package dev.bascule.operation.restart;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how the rebuilding of a replica ended: it streams on the cluster's timeline again, with a
 * postmaster that was started at another time than before. However long it copies, it is looked at;
 * a console that was started anew goes on looking. Pure.
 */
public final class ReinitializeJudge {
  private ReinitializeJudge() {}

  /** Judges it. */
  public static Judgement judge(Reinitialize operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    MemberName name = operation.member();
    Fact shown = Fact.text(name.value());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("program");
    }
    Optional<Fact> before = evidence.before(RestartJudge.BASELINE, name);
    if (before.isEmpty()) {
      return CommonJudge.decided(RequestState.UNKNOWN, "restart", "no-baseline");
    }
    if (RestartTargets.leads(name, state)) {
      return CommonJudge.decided(RequestState.DEVIATED, "reinitialize", "leads", shown);
    }
    Optional<MemberView> member = state.member(name).filter(MemberView::seen);
    Optional<MemberAnswer.Answered> answer = evidence.answered(name);
    var startedAt = answer.map(MemberAnswer.Answered::postmasterStartedAt).orElse(null);
    boolean streams =
        member.filter(MemberView::streaming).isPresent()
            && answer.filter(it -> "streaming".equals(it.replicationState())).isPresent();
    boolean untouched = startedAt != null && Fact.at(startedAt).equals(before.get());
    if (untouched) {
      return CommonJudge.unseen(evidence, "rebuilt");
    }
    if (streams && startedAt != null && member.get().timeline() == state.timeline()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "reinitialize", "done", shown);
    }
    if (before.get() instanceof Fact.Words && refused(evidence)) {
      // it didn't run before, and doesn't now: Patroni's word is all there is
      return CommonJudge.unseen(evidence, "rebuilt");
    }
    if (evidence.over(evidence.patience().toRejoin())) {
      return answer.isEmpty()
          ? CommonJudge.decided(RequestState.UNKNOWN, "reinitialize", "silent", shown)
          : CommonJudge.decided(
              RequestState.DEVIATED,
              "reinitialize",
              "not-back",
              shown,
              Fact.text(answer.get().state()));
    }
    return CommonJudge.look("rebuilt");
  }

  private static boolean refused(Evidence evidence) {
    return evidence.job() instanceof Job.Finished(var exit, var said)
        && said == dev.bascule.operation.planning.ProgramAnswer.REFUSED;
  }
}
