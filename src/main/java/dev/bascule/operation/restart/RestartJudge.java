package dev.bascule.operation.restart;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides how a restart ended: every member's postmaster was started at another time than before,
 * it runs or streams again, and no parameter waits for a restart. Pure.
 */
public final class RestartJudge {
  /** The check whose value is when a member's postmaster was started before. */
  static final String BASELINE = "postmaster";

  private RestartJudge() {}

  /** Judges a restart. */
  public static Judgement judge(Fence fence, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toRejoin())) {
      return CommonJudge.look("program");
    }
    Map<MemberName, Fact> before = evidence.before(BASELINE);
    if (before.isEmpty()) {
      return CommonJudge.decided(RequestState.UNKNOWN, "restart", "no-baseline");
    }
    Optional<String> newLeader = newLeader(fence, state);
    if (newLeader.isPresent()) {
      return CommonJudge.decided(
          RequestState.DEVIATED, "restart", "leader-moved", Fact.text(newLeader.get()));
    }
    return judge(Seen.of(before, state, evidence), before, evidence);
  }

  private static Judgement judge(Seen seen, Map<MemberName, Fact> before, Evidence evidence) {
    if (seen.back.size() == before.size()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "restart", "done", Names.fact(seen.back));
    }
    boolean waited = evidence.over(evidence.patience().toRejoin());
    if (!seen.silent.isEmpty()) {
      return waited
          ? CommonJudge.decided(RequestState.UNKNOWN, "restart", "silent", Names.fact(seen.silent))
          : CommonJudge.look("restarted");
    }
    if (!seen.down.isEmpty()) {
      return waited
          ? CommonJudge.decided(RequestState.DEVIATED, "restart", "not-back", Names.fact(seen.down))
          : CommonJudge.look("restarted");
    }
    if (seen.untouched.size() == before.size()) {
      return CommonJudge.unseen(evidence, "restarted");
    }
    if (!evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("restarted");
    }
    return seen.untouched.isEmpty()
        ? CommonJudge.decided(
            RequestState.DEVIATED, "restart", "still-pending", Names.fact(seen.pending))
        : CommonJudge.decided(
            RequestState.DEVIATED,
            "restart",
            "partly",
            Names.fact(seen.untouched),
            Names.fact(before.keySet().stream().filter(n -> !seen.untouched.contains(n)).toList()));
  }

  /** Who leads now, if the leader was among the restarted and another reign has begun. */
  private static Optional<String> newLeader(Fence fence, ClusterState state) {
    String reign = fence.fact(FenceNames.REIGN);
    LeaderSeat seat = state.leader();
    return reign.isEmpty() || seat == null || Long.toString(seat.createRevision()).equals(reign)
        ? Optional.empty()
        : Optional.of(seat.name().value());
  }

  /**
   * What is seen of each member.
   *
   * @param back restarted, well again, nothing pending
   * @param pending restarted and well again, but parameters still wait
   * @param down restarted, or being so, and not well again
   * @param untouched runs since before
   * @param silent nobody knows: its Patroni doesn't answer
   */
  private record Seen(
      List<MemberName> back,
      List<MemberName> pending,
      List<MemberName> down,
      List<MemberName> untouched,
      List<MemberName> silent) {
    static Seen of(Map<MemberName, Fact> before, ClusterState state, Evidence evidence) {
      var seen =
          new Seen(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      before.forEach((name, started) -> seen.list(name, started, state, evidence).add(name));
      return seen;
    }

    private List<MemberName> list(
        MemberName name, Fact started, ClusterState state, Evidence evidence) {
      Optional<MemberAnswer.Answered> answer = evidence.answered(name);
      Optional<MemberView> member = state.member(name);
      if (answer.isEmpty() || member.isEmpty() || !member.get().seen()) {
        return silent;
      }
      var now = answer.get().postmasterStartedAt();
      if (now == null || !answer.get().running()) {
        return down;
      }
      if (Fact.at(now).equals(started)) {
        return untouched;
      }
      boolean well =
          RestartTargets.leads(name, state)
              ? answer.get().primary()
              : member.get().streaming() && "streaming".equals(answer.get().replicationState());
      if (!well) {
        return down;
      }
      return answer.get().pendingRestart() || member.get().pendingRestart() ? pending : back;
    }
  }
}
