package dev.bascule.operation.joining;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how the addition of a member ended: it streams on the cluster's timeline. What pglift
 * leaves half-made is said to be there. Pure.
 */
public final class AddJudge {
  private AddJudge() {}

  /** Judges it. */
  public static Judgement judge(AddMember operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    Fact name = Fact.text(operation.member().value());
    if (evidence.job() instanceof Job.Running
        && !evidence.over(operation.limit().plus(evidence.patience().toAnswer()))) {
      return CommonJudge.look("program");
    }
    Optional<MemberView> view = state.member(operation.member()).filter(MemberView::seen);
    boolean streams =
        view.filter(MemberView::streaming)
            .filter(one -> one.timeline() == state.timeline())
            .isPresent();
    if (streams) {
      return unfinished(evidence.job())
          ? CommonJudge.decided(RequestState.DEVIATED, "member-add", "unfinished", name)
          : CommonJudge.decided(RequestState.SUCCEEDED, "member-add", "done", name);
    }
    if (view.isPresent()) {
      return evidence.over(evidence.patience().toRejoin())
          ? CommonJudge.decided(
              RequestState.DEVIATED,
              "member-add",
              "not-streaming",
              name,
              Fact.text(view.get().state()))
          : CommonJudge.look("streaming");
    }
    if (!evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("streaming");
    }
    return absent(operation, name, evidence);
  }

  private static boolean unfinished(Job job) {
    return job instanceof Job.Finished(_, var said) && said != ProgramAnswer.DONE;
  }

  private static Judgement absent(AddMember operation, Fact name, Evidence evidence) {
    HostAnswer host = evidence.hosts().get(operation.member());
    if (host == null || host.instances() == null) {
      return CommonJudge.decided(RequestState.UNKNOWN, "member-add", "silent", name);
    }
    if (host.instance(operation.instance()).isPresent()) {
      return CommonJudge.decided(RequestState.DEVIATED, "member-add", "half", name);
    }
    return evidence.job() instanceof Job.Finished
        ? CommonJudge.decided(RequestState.FAILED, "member-add", "undone", name)
        : CommonJudge.unseen(evidence, "streaming");
  }
}
