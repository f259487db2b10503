package dev.bascule.operation.role;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.Optional;

/**
 * Decides how a switchover ended from what is seen in the cluster; the program's answer only says
 * for how long to look. Pure.
 */
public final class SwitchoverJudge {
  private SwitchoverJudge() {}

  /** Judges a switchover that was to happen at once. */
  public static Judgement judge(Switchover operation, Fence fence, Evidence evidence) {
    SwitchoverAim aim = SwitchoverAim.of(operation, fence);
    if (evidence.job() instanceof Job.NothingSent) {
      return decided(RequestState.FAILED, "nothing-sent");
    }
    if (evidence.job() instanceof Job.WrongTarget(var said)) {
      return decided(RequestState.FAILED, "wrong-target", Fact.text(said));
    }
    ClusterState state = evidence.state();
    if (state == null) {
      return over(evidence, evidence.patience().toAsk())
          ? decided(RequestState.UNKNOWN, "dcs-silent")
          : look("dcs");
    }
    LeaderSeat seat = state.leader();
    if (seat == null) {
      return over(evidence, evidence.patience().toLead())
          ? decided(RequestState.DEVIATED, "nobody-leads", Fact.text(aim.leader().value()))
          : look("leader");
    }
    return seat.createRevision() == aim.reign() && seat.name().equals(aim.leader())
        ? unmoved(aim, state, evidence)
        : moved(aim, state, seat, evidence);
  }

  private static Judgement moved(
      SwitchoverAim aim, ClusterState state, LeaderSeat seat, Evidence evidence) {
    if (evidence.job() instanceof Job.Running && !over(evidence, evidence.patience().toRejoin())) {
      return look("program");
    }
    Fact leader = Fact.text(seat.name().value());
    Fact old = Fact.text(aim.leader().value());
    if (seat.name().equals(aim.leader())) {
      return decided(RequestState.DEVIATED, "leads-again", old);
    }
    if (!aim.acceptable().contains(seat.name())) {
      return decided(RequestState.DEVIATED, "instead", leader, old);
    }
    if (followsAgain(aim, state, seat)) {
      return decided(RequestState.SUCCEEDED, "done", leader, old);
    }
    return over(evidence, evidence.patience().toRejoin())
        ? decided(RequestState.DEVIATED, "not-back", leader, old)
        : look("rejoin");
  }

  /** The new timeline runs, nothing is left to be processed, and the old leader streams on it. */
  private static boolean followsAgain(SwitchoverAim aim, ClusterState state, LeaderSeat seat) {
    Optional<MemberView> leads = state.member(seat.name());
    Optional<MemberView> follows = state.member(aim.leader());
    if (leads.isEmpty() || follows.isEmpty() || state.failover() != null) {
      return false;
    }
    int timeline = leads.get().timeline();
    return timeline > aim.timeline()
        && follows.get().seen()
        && follows.get().streaming()
        && follows.get().timeline() == timeline;
  }

  private static Judgement unmoved(SwitchoverAim aim, ClusterState state, Evidence evidence) {
    Fact leader = Fact.text(aim.leader().value());
    boolean pending = state.failover() != null;
    return switch (evidence.job()) {
      case Job.NothingSent() -> decided(RequestState.FAILED, "nothing-sent");
      case Job.WrongTarget(var said) ->
          decided(RequestState.FAILED, "wrong-target", Fact.text(said));
      case Job.Running() ->
          over(evidence, evidence.patience().toRejoin())
              ? decided(RequestState.UNKNOWN, "still-running")
              : look("program");
      case Job.Finished(var exit, var said) -> finished(leader, pending, said, evidence);
      case Job.Lost(var reason) ->
          over(evidence, evidence.patience().toAsk())
              ? decided(RequestState.UNKNOWN, "lost", Fact.text(reason))
              : look("leader");
      case Job.NotAsked(var trouble) ->
          over(evidence, evidence.patience().toAsk())
              ? decided(RequestState.UNKNOWN, "host-silent", Fact.text(trouble))
              : look("host");
    };
  }

  private static Judgement finished(
      Fact leader, boolean pending, ProgramAnswer said, Evidence evidence) {
    boolean patient = !over(evidence, evidence.patience().toAnswer());
    if (pending) {
      return patient ? look("failover") : decided(RequestState.UNKNOWN, "failover-stays", leader);
    }
    if (said == ProgramAnswer.REFUSED) {
      return decided(RequestState.FAILED, "refused", leader);
    }
    if (patient) {
      return look("leader");
    }
    return said == ProgramAnswer.SWITCHED || said == ProgramAnswer.SWITCHED_INSTEAD
        ? decided(RequestState.FAILED, "said-but-not-seen", leader)
        : decided(RequestState.FAILED, "not-seen", leader);
  }

  private static boolean over(Evidence evidence, java.time.Duration patience) {
    return evidence.looking().compareTo(patience) >= 0;
  }

  private static Judgement look(String waitingFor) {
    return new Judgement.LookAgain(Phrase.of("operation.look." + waitingFor));
  }

  private static Judgement decided(RequestState state, String said, Fact... args) {
    return new Judgement.Decided(
        new Outcome(state, Phrase.of("operation.outcome.switchover." + said, args)));
  }
}
