package dev.bascule.operation.internal;

import dev.bascule.operation.Check;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether what was agreed to may be sent now: invariant 5, decided by values alone. */
sealed interface Readiness {
  /** The same, and nothing stands against it. */
  record Ready() implements Readiness {}

  /** The agreement is void. */
  record Changed(List<Fence.Difference> differences) implements Readiness {}

  /** The same, but not possible now. */
  record Blocked(List<Check> red) implements Readiness {}

  /**
   * Compares.
   *
   * @param asked the sheet with which it was asked for
   * @param now the plan made again
   */
  static Readiness of(Request request, Sheet asked, Plan now) {
    if (!now.hash().equals(request.asked().hash())) {
      return new Changed(differences(request.asked().fence(), asked, now));
    }
    List<Check> red = now.sheet().checks(Check.Level.RED);
    return red.isEmpty() ? new Ready() : new Blocked(red);
  }

  private static List<Fence.Difference> differences(Fence then, Sheet asked, Plan now) {
    var differences = new ArrayList<>(then.differences(now.fence()));
    if (!asked.commands().equals(now.sheet().commands()) && differences.isEmpty()) {
      differences.add(
          new Fence.Difference("commands", words(asked.commands()), words(now.sheet().commands())));
    }
    return List.copyOf(differences);
  }

  private static String words(List<HostCommand> commands) {
    return commands.stream()
        .map(
            command ->
                command.account()
                    + "@"
                    + command.host()
                    + ": "
                    + String.join(" ", command.argv())
                    + " "
                    + command.environment())
        .collect(Collectors.joining("\n"));
  }
}
