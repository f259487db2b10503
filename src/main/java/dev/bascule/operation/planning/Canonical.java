package dev.bascule.operation.planning;

import dev.bascule.approval.PlanHash;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import java.util.List;
import java.util.Map;

/**
 * The one text of a plan that is hashed. Every piece carries its length, so no two plans share a
 * text.
 */
public final class Canonical {
  private final StringBuilder text = new StringBuilder();

  private Canonical() {}

  /**
   * The hash of a plan.
   *
   * @param parameters of the operation, by name, in a fixed order
   */
  public static PlanHash hash(
      String kind, Map<String, String> parameters, List<HostCommand> commands, Fence fence) {
    var canonical = new Canonical();
    canonical.add("bascule-plan-1").add(kind).add(parameters);
    canonical.add(Integer.toString(commands.size()));
    for (HostCommand command : commands) {
      canonical.add(command.step().name()).add(command.host()).add(command.account());
      canonical.add(command.argv()).add(command.environment());
      if (command.manifest() != null) {
        canonical.add(command.manifest());
      }
    }
    canonical.add(fence.facts());
    return PlanHash.of(canonical.text.toString());
  }

  private Canonical add(String piece) {
    text.append(piece.length()).append(':').append(piece).append('\n');
    return this;
  }

  private Canonical add(List<String> pieces) {
    add(Integer.toString(pieces.size()));
    pieces.forEach(this::add);
    return this;
  }

  private Canonical add(Map<String, String> pieces) {
    add(Integer.toString(pieces.size()));
    pieces.forEach((name, value) -> add(name).add(value));
    return this;
  }
}
