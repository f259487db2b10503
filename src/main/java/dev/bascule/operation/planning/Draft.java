package dev.bascule.operation.planning;

import dev.bascule.operation.Audience;
import dev.bascule.operation.Check;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Shift;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.MemberView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a plan of an operation after which the same member leads, unless it says otherwise.
 *
 * @param parameters of the operation besides its cluster, by name, in a fixed order
 */
public record Draft(
    Operation operation,
    Findings findings,
    Phrase sentence,
    List<Check> checks,
    List<PlannedStep> steps,
    List<HostCommand> commands,
    List<Phrase> wayBack,
    Fence fence,
    Map<String, String> parameters) {
  /** A plan of which nobody on the leader feels anything. */
  public Plan unfelt() {
    return plan(stays(), Audience.NOBODY, Interruptions.NONE, Fact.bytes(0));
  }

  /** The same, though something may be lost elsewhere. */
  public Plan unfelt(Fact mayBeLost) {
    return plan(stays(), Audience.NOBODY, Interruptions.NONE, mayBeLost);
  }

  /** A plan that cuts the sessions on the leader. */
  public Plan felt() {
    return plan(stays(), findings.sql().audience(), findings.interruptions(), Fact.bytes(0));
  }

  /** A plan after which another member leads. */
  public Plan felt(MemberName after, Fact mayBeLost) {
    return felt(List.of(after), mayBeLost);
  }

  /**
   * A plan after which one of several members leads.
   *
   * @param after empty when nobody will
   */
  public Plan felt(List<MemberName> after, Fact mayBeLost) {
    Shift stays = stays();
    return plan(
        new Shift(stays.before(), after, stays.members(), stays.gone()),
        findings.sql().audience(),
        findings.interruptions(),
        mayBeLost);
  }

  private Shift stays() {
    var leader = findings.state().leader();
    return new Shift(
        leader == null ? null : leader.name(),
        leader == null ? List.of() : List.of(leader.name()),
        findings.state().members().stream().map(MemberView::name).toList(),
        operation instanceof DropInstance drop ? drop.member() : null);
  }

  private Plan plan(Shift shift, Audience audience, Interruptions past, Fact mayBeLost) {
    var all = new LinkedHashMap<String, String>();
    all.put("dcs", operation.cluster().dcs());
    all.put("cluster", operation.cluster().cluster());
    all.putAll(parameters);
    Sheet sheet =
        new Sheet(
            sentence,
            shift,
            checks,
            audience,
            past,
            mayBeLost,
            steps,
            commands,
            wayBack,
            findings.now());
    return new Plan(
        operation, sheet, fence, Canonical.hash(operation.kind(), all, commands, fence));
  }
}
