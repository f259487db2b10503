package dev.bascule.operation.role;

import dev.bascule.operation.HostCommand;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.LeaderSeat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
          .map(runner -> command(StepKind.CHECKPOINT, runner, checkpoint()))
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
    var argv = List.of("patronictl", "flush", cluster, "switchover", "--force");
    return ordered(facts.runners(), seat == null ? null : seat.name(), null).stream()
        .map(runner -> command(StepKind.FLUSH, runner, argv))
        .toList();
  }

  private static List<String> switchover(Switchover operation, MemberName leader) {
    var argv = new ArrayList<String>(List.of("patronictl", "switchover"));
    argv.addAll(List.of("--leader", leader.value()));
    if (operation.successor() instanceof Successor.Named(var candidate)) {
      argv.addAll(List.of("--candidate", candidate.value()));
    }
    if (operation.timing() instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI) {
      argv.addAll(
          List.of(
              "--scheduled",
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.at().atOffset(ZoneOffset.UTC))));
    }
    argv.addAll(List.of("--force", operation.cluster().cluster()));
    return argv;
  }

  private static List<String> checkpoint() {
    return List.of(
        "psql", "-X", "-w", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", "CHECKPOINT");
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
    return new HostCommand(step, runner.host(), runner.account(), argv, runner.environment());
  }
}
