package dev.bascule.operation.planning;

import dev.bascule.operation.HostCommand;
import dev.bascule.operation.StepKind;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.Argv;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Commands, and the hosts that may run them in the order in which they are tried. */
public final class Commands {
  private Commands() {}

  /**
   * One command on any of the hosts, by name: who leads makes no difference to it, so that a change
   * of leader doesn't make another plan of it.
   */
  public static List<HostCommand> anywhere(StepKind step, Argv argv, Findings findings) {
    return anywhere(step, argv, findings, member -> 0);
  }

  /**
   * One command on any of the hosts.
   *
   * @param rank of a member's host; lower ones are tried first, equal ones by name
   */
  public static List<HostCommand> anywhere(
      StepKind step, Argv argv, Findings findings, ToIntFunction<MemberName> rank) {
    return findings.runners().stream()
        .sorted(
            Comparator.<Runner>comparingInt(runner -> rank.applyAsInt(runner.member()))
                .thenComparing(runner -> runner.member().value()))
        .map(runner -> command(step, runner, argv))
        .toList();
  }

  /** A command on a member's own host and no other; empty when nothing could be run there. */
  public static Optional<HostCommand> on(
      MemberName member, StepKind step, Argv argv, Findings findings) {
    return findings.runner(member).map(runner -> command(step, runner, argv));
  }

  private static HostCommand command(StepKind step, Runner runner, Argv argv) {
    return new HostCommand(
        step, runner.member(), runner.host(), runner.account(), argv.words(), runner.environment());
  }
}
