package dev.bascule.operation.internal;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Reload;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Resume;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.joining.AddJudge;
import dev.bascule.operation.joining.AddPlanner;
import dev.bascule.operation.leaving.DropJudge;
import dev.bascule.operation.leaving.DropPlanner;
import dev.bascule.operation.leaving.RemoveJudge;
import dev.bascule.operation.leaving.RemovePlanner;
import dev.bascule.operation.leaving.StartJudge;
import dev.bascule.operation.leaving.StartPlanner;
import dev.bascule.operation.leaving.StopJudge;
import dev.bascule.operation.leaving.StopPlanner;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.Questions;
import dev.bascule.operation.restart.CancelRestartJudge;
import dev.bascule.operation.restart.CancelRestartPlanner;
import dev.bascule.operation.restart.ReinitializeJudge;
import dev.bascule.operation.restart.ReinitializePlanner;
import dev.bascule.operation.restart.ReloadJudge;
import dev.bascule.operation.restart.ReloadPlanner;
import dev.bascule.operation.restart.RestartJudge;
import dev.bascule.operation.restart.RestartPlanner;
import dev.bascule.operation.role.CancelPlanner;
import dev.bascule.operation.role.FailoverJudge;
import dev.bascule.operation.role.FailoverKeyJudge;
import dev.bascule.operation.role.FailoverPlanner;
import dev.bascule.operation.role.FencingJudge;
import dev.bascule.operation.role.FencingPlanner;
import dev.bascule.operation.role.PauseJudge;
import dev.bascule.operation.role.PausePlanner;
import dev.bascule.operation.role.SwitchoverJudge;
import dev.bascule.operation.role.SwitchoverPlanner;
import dev.bascule.pglift.PgCtlCommand;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * How an operation is thought through, sent and judged: the one place that knows which planner and
 * judge belong to which operation.
 *
 * @param questions what must be asked beyond the DCS
 * @param limit after which the host ends the program; patronictl itself waits less
 * @param comingBack for how long at least is looked for what takes long to come back
 */
record Conduct(
    Function<Findings, Plan> planner,
    Judge judge,
    Questions questions,
    Duration limit,
    Duration comingBack) {
  private static final Duration CHECKPOINT = Duration.ofMinutes(5);
  private static final Duration PATIENT = Duration.ofMinutes(4);

  /** A terabyte takes hours to be copied. */
  private static final Duration COPYING = Duration.ofHours(24);

  /** {@code primary_start_timeout} unless set. */
  private static final Duration PATRONIS_OWN = Duration.ofMinutes(5);

  /** PostgreSQL's last checkpoint may have much to write. */
  private static final Duration STOPPING = Duration.ofMinutes(10);

  /** Terabytes of small files take their time. */
  private static final Duration DELETING = Duration.ofHours(1);

  private static final Duration STARTING = Duration.ofMinutes(10);

  /** Crash recovery, pg_rewind or a copy, whatever Patroni finds necessary. */
  private static final Duration RECOVERING = Duration.ofHours(1);

  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration SWITCHOVER = Duration.ofMinutes(4);

  /** One whose effect is there soon after the program has ended. */
  Conduct(Function<Findings, Plan> planner, Judge judge, Questions questions, Duration limit) {
    this(planner, judge, questions, limit, limit);
  }

  /** Decides an outcome from what is seen. */
  interface Judge {
    Judgement judge(Fence fence, Evidence evidence);
  }

  static Conduct of(Operation operation) {
    return switch (operation) {
      case Switchover switchover ->
          new Conduct(
              facts -> SwitchoverPlanner.plan(switchover, facts),
              switchover.timing() instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI
                  ? (fence, seen) -> FailoverKeyJudge.scheduled(switchover, at, fence, seen)
                  : (fence, seen) -> SwitchoverJudge.judge(switchover, fence, seen),
              Questions.NONE,
              SWITCHOVER);
      case CancelScheduledSwitchover cancel ->
          new Conduct(
              facts -> CancelPlanner.plan(cancel, facts),
              (fence, seen) -> FailoverKeyJudge.cancelled(cancel, fence, seen),
              Questions.NONE,
              SHORT);
      case Pause pause ->
          new Conduct(
              facts -> PausePlanner.pause(pause, facts),
              (fence, seen) -> PauseJudge.paused(seen),
              Questions.NONE,
              SHORT.multipliedBy(2));
      case Resume resume ->
          new Conduct(
              facts -> PausePlanner.resume(resume, facts),
              (fence, seen) -> PauseJudge.resumed(seen),
              Questions.NONE,
              SHORT.multipliedBy(2));
      case Failover failover ->
          new Conduct(
              facts -> FailoverPlanner.plan(failover, facts),
              (fence, seen) -> FailoverJudge.judge(failover, fence, seen),
              Questions.NONE,
              SWITCHOVER);
      case Fencing fencing ->
          new Conduct(
              facts -> FencingPlanner.plan(fencing, facts),
              (fence, seen) -> FencingJudge.judge(fencing, seen),
              Questions.NONE,
              PgCtlCommand.STOP_LIMIT.plus(SHORT));
      case StopInstance stop ->
          new Conduct(
              facts -> StopPlanner.plan(stop, facts),
              (fence, seen) -> StopJudge.judge(stop, fence, seen),
              Questions.instances(stop.member()),
              STOPPING);
      case StartInstance start ->
          new Conduct(
              facts -> StartPlanner.plan(start, facts),
              (fence, seen) -> StartJudge.judge(start, seen),
              Questions.instances(start.member()),
              STARTING,
              RECOVERING);
      case DropInstance drop ->
          new Conduct(
              facts -> DropPlanner.plan(drop, facts),
              (fence, seen) -> DropJudge.judge(drop, seen),
              Questions.instances(drop.member()),
              DELETING);
      case RemoveCluster remove ->
          new Conduct(
              facts -> RemovePlanner.plan(remove, facts),
              (fence, seen) -> RemoveJudge.judge(remove, fence, seen),
              Questions.kept(remove.keeper()),
              SHORT);
      case AddMember add ->
          new Conduct(
              facts -> AddPlanner.plan(add, facts),
              (fence, seen) -> AddJudge.judge(add, seen),
              Questions.newcomer(add),
              add.limit());
      case Reload reload ->
          new Conduct(
              facts -> ReloadPlanner.plan(reload, facts),
              (fence, seen) -> ReloadJudge.judge(seen),
              Questions.hosts(Set.copyOf(reload.members())),
              SHORT.multipliedBy(2));
      case Restart restart ->
          new Conduct(
              facts -> RestartPlanner.plan(restart, facts),
              (fence, seen) -> RestartJudge.judge(fence, seen),
              Questions.patroni(Set.copyOf(restart.members())),
              restarting(restart));
      case CancelScheduledRestart cancel ->
          new Conduct(
              facts -> CancelRestartPlanner.plan(cancel, facts),
              (fence, seen) -> CancelRestartJudge.judge(cancel, seen),
              Questions.NONE,
              SHORT);
      case Reinitialize rebuild ->
          new Conduct(
              facts -> ReinitializePlanner.plan(rebuild, facts),
              (fence, seen) -> ReinitializeJudge.judge(rebuild, seen),
              new Questions(
                  Set.of(rebuild.member()), Set.of(), Set.of(rebuild.member()), Set.of(), Set.of()),
              SHORT,
              COPYING);
    };
  }

  /** One member after the other, each as long as it may take, or as Patroni's own limit is. */
  private static Duration restarting(Restart restart) {
    Duration timeout = restart.timeout();
    return (timeout == null ? PATRONIS_OWN : timeout)
        .multipliedBy(restart.members().size())
        .plus(SHORT);
  }

  Plan plan(Findings facts) {
    return planner.apply(facts);
  }

  Judgement judge(Fence fence, Evidence evidence) {
    return judge.judge(fence, evidence);
  }

  /** As patient as usual, but no less than the program may take. */
  Patience patience(Patience usual) {
    return comingBack.compareTo(PATIENT) > 0 ? usual.forRejoining(comingBack.plus(SHORT)) : usual;
  }

  /** After which the host ends the program of such a step. */
  Duration limit(StepKind step) {
    return step.preparing() ? CHECKPOINT : limit;
  }
}
