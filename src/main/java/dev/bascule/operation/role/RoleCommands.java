package dev.bascule.operation.role;

import dev.bascule.operation.HostCommand;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.pglift.Psql;
import dev.bascule.topology.LeaderSeat;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exact commands, and the hosts that may run them in the order in which they are tried. */
final class RoleCommands {
  private RoleCommands() {}

  /** None when nobody leads: there is nothing to hand over. */
  static List<HostCommand> switchover(Switchover operation, RoleFacts facts) {
    LeaderSeat seat = facts.state().leader();
    if (seat == null) {
      return List.of();
    }
    var commands = new ArrayList<HostCommand>();
    if (operation.checkpointFirst()) {
      facts
          .runner(seat.name())
          .map(runner -> command(StepKind.CHECKPOINT, runner, Psql.checkpoint().words()))
          .ifPresent(commands::add);
    }
    List<String> argv = switchover(operation, seat.name());
    for (Runner runner : ordered(facts.runners(), seat.name(), operation.successor())) {
      commands.add(command(StepKind.SWITCHOVER, runner, argv));
    }
    return List.copyOf(commands);
  }

  static List<HostCommand> cancel(String cluster, RoleFacts facts) {
    LeaderSeat seat = facts.state().leader();
    var argv = PatronictlCommand.flushSwitchover(cluster).words();
    return ordered(facts.runners(), seat == null ? null : seat.name(), null).stream()
        .map(runner -> command(StepKind.FLUSH, runner, argv))
        .toList();
  }

  private static List<String> switchover(Switchover operation, MemberName leader) {
    String candidate =
        operation.successor() instanceof Successor.Named(var name) ? name.value() : null;
    OffsetDateTime at =
        operation.timing() instanceof Timing.At kept && kept.keeper() == Timing.Keeper.PATRONI
            ? kept.at().atOffset(ZoneOffset.UTC)
            : null;
    return PatronictlCommand.switchover(
            operation.cluster().cluster(), leader.value(), candidate, at)
        .words();
  }

  /** The leader's host first, as its Patroni does it; then the candidates'; then the others. */
  private static List<Runner> ordered(
      List<Runner> runners, @Nullable MemberName leader, @Nullable Successor successor) {
    Comparator<Runner> order =
        Comparator.comparingInt(
            runner ->
                runner.member().equals(leader)
                    ? 0
                    : successor != null && successor.acceptable().contains(runner.member())
                        ? 1
                        : 2);
    return runners.stream().sorted(order.thenComparing(runner -> runner.member().value())).toList();
  }

  private static HostCommand command(StepKind step, Runner runner, List<String> argv) {
    return new HostCommand(
        step, runner.member(), runner.host(), runner.account(), argv, runner.environment());
  }
}
