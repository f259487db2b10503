package dev.bascule.operation.role;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Fence;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how a failover by hand ended: the candidate holds the leader key anew, runs on a new
 * timeline, and the old leader, if it is there, streams from it. Pure.
 */
public final class FailoverJudge {
  private FailoverJudge() {}

  /** Judges it. */
  public static Judgement judge(Failover operation, Fence fence, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    LeaderSeat seat = state.leader();
    String reign = fence.fact(FenceNames.REIGN);
    if (seat == null) {
      return nobody(reign.isEmpty(), evidence);
    }
    if (Long.toString(seat.createRevision()).equals(reign)) {
      return unmoved(seat, state, evidence);
    }
    Fact leads = Fact.text(seat.name().value());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("program");
    }
    return seat.name().equals(operation.candidate())
        ? moved(leads, fence, state, evidence)
        : CommonJudge.decided(RequestState.DEVIATED, "failover", "instead", leads);
  }

  private static Judgement nobody(boolean before, Evidence evidence) {
    if (before) {
      return CommonJudge.unseen(evidence, "leader");
    }
    return evidence.over(evidence.patience().toLead())
        ? CommonJudge.decided(RequestState.DEVIATED, "failover", "nobody-leads")
        : CommonJudge.look("leader");
  }

  private static Judgement unmoved(LeaderSeat seat, ClusterState state, Evidence evidence) {
    boolean ended = evidence.job() instanceof Job.Finished;
    if (state.failover() == null || !ended) {
      return CommonJudge.unseen(evidence, "leader");
    }
    return evidence.over(evidence.patience().toAnswer())
        ? CommonJudge.decided(
            RequestState.UNKNOWN, "failover", "key-stays", Fact.text(seat.name().value()))
        : CommonJudge.look("failover");
  }

  private static Judgement moved(Fact leads, Fence fence, ClusterState state, Evidence evidence) {
    int before = Integer.parseInt(fence.fact(FenceNames.TIMELINE));
    boolean promoted =
        state
            .leadingMember()
            .filter(member -> member.state().equals("running") && member.timeline() > before)
            .isPresent();
    if (!promoted) {
      return evidence.over(evidence.patience().toLead())
          ? CommonJudge.decided(RequestState.DEVIATED, "failover", "not-promoted", leads)
          : CommonJudge.look("leader");
    }
    String old = fence.fact(FenceNames.LEADER);
    if (old.isEmpty()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "failover", "done", leads);
    }
    Optional<MemberView> follows = state.member(new MemberName(old)).filter(MemberView::seen);
    boolean back =
        follows
            .filter(member -> member.streaming() && member.timeline() == state.timeline())
            .isPresent();
    if (back) {
      return CommonJudge.decided(
          RequestState.SUCCEEDED, "failover", "done-back", leads, Fact.text(old));
    }
    var patience =
        follows.isPresent() ? evidence.patience().toRejoin() : evidence.patience().toAnswer();
    return evidence.over(patience)
        ? CommonJudge.decided(RequestState.DEVIATED, "failover", "not-back", leads, Fact.text(old))
        : CommonJudge.look("rejoin");
  }
}
