package dev.bascule.operation.role;

import dev.bascule.operation.HostCommand;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Findings;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.pglift.Psql;
import dev.bascule.ssh.Argv;
import dev.bascule.topology.LeaderSeat;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The exact commands, and the hosts that may run them in the order in which they are tried. */
final class RoleCommands {
  private RoleCommands() {}

  /**
   * The leader's host first, as its Patroni does it; then the candidates'; then the others. None
   * when nobody leads: there is nothing to hand over.
   */
  static List<HostCommand> switchover(Switchover operation, Findings facts) {
    LeaderSeat seat = facts.state().leader();
    if (seat == null) {
      return List.of();
    }
    MemberName leader = seat.name();
    var commands = new ArrayList<HostCommand>();
    if (operation.checkpointFirst()) {
      Commands.on(leader, StepKind.CHECKPOINT, Psql.checkpoint(), facts).ifPresent(commands::add);
    }
    commands.addAll(
        Commands.anywhere(
            StepKind.SWITCHOVER,
            switchover(operation, leader),
            facts,
            member ->
                member.equals(leader)
                    ? 0
                    : operation.successor().acceptable().contains(member) ? 1 : 2));
    return List.copyOf(commands);
  }

  static List<HostCommand> cancel(String cluster, Findings facts) {
    return Commands.anywhere(StepKind.FLUSH, PatronictlCommand.flushSwitchover(cluster), facts);
  }

  private static Argv switchover(Switchover operation, MemberName leader) {
    String candidate =
        operation.successor() instanceof Successor.Named(var name) ? name.value() : null;
    OffsetDateTime at =
        operation.timing() instanceof Timing.At kept && kept.keeper() == Timing.Keeper.PATRONI
            ? kept.at().atOffset(ZoneOffset.UTC)
            : null;
    return PatronictlCommand.switchover(
        operation.cluster().cluster(), leader.value(), candidate, at);
  }
}
