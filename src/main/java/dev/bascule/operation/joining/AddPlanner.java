package dev.bascule.operation.joining;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.pglift.InstanceCommand;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thinks a new member through. The manifest belongs to what is agreed to, with the names of the
 * secrets in the places of the secrets. Pure.
 */
public final class AddPlanner {
  /** The fact that says whether the member is there already. */
  static final String MEMBER = "joining-member";

  private AddPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(AddMember operation, Findings facts) {
    Fact name = Fact.text(operation.member().value());
    var checks = new ArrayList<Check>(ClusterChecks.of(facts));
    checks.addAll(AddChecks.of(operation, facts));
    return new Draft(
            operation,
            facts,
            Phrase.of(
                "operation.member-add.sentence",
                name,
                Fact.text(operation.cluster().cluster()),
                Fact.text(operation.host())),
            checks,
            List.of(
                new PlannedStep("apply", operation.member().value(), null, null, false),
                new PlannedStep("copy", operation.member().value(), null, null, false)),
            commands(operation, facts),
            List.of(
                Phrase.of("operation.member-add.way-back", name),
                Phrase.of("operation.member-add.secrets", Fact.text(operation.model().value())),
                Phrase.of("operation.member-add.local"),
                Phrase.of("operation.member-add.limit", Fact.length(operation.limit())),
                Phrase.of("operation.member-add.interrupted", name)),
            fence(operation, facts),
            parameters(operation))
        .unfelt();
  }

  private static Fence fence(AddMember operation, Findings facts) {
    var fence = new LinkedHashMap<String, String>();
    fence.put(FenceNames.SYSTEM_IDENTIFIER, facts.state().systemIdentifier());
    boolean there =
        facts.state().member(operation.member()).filter(view -> view.seen()).isPresent();
    fence.put(MEMBER, operation.member().value() + (there ? " (there)" : " (not there)"));
    return Fence.of(fence);
  }

  private static Map<String, String> parameters(AddMember operation) {
    var all = new LinkedHashMap<String, String>();
    all.put("member", operation.member().value());
    all.put("host", operation.host());
    all.put("instance", operation.instance().toString());
    all.put("port", Integer.toString(operation.port()));
    all.put("address", operation.address());
    all.put("api-port", Integer.toString(operation.apiPort()));
    all.put("model", operation.model().value());
    all.put("limit", operation.limit().toString());
    return all;
  }

  /** Empty while it isn't known what the manifest needs, or where it would be sent. */
  private static List<HostCommand> commands(AddMember operation, Findings facts) {
    HostAnswer host = facts.hosts().get(operation.member());
    HostAnswer model = facts.hosts().get(operation.model());
    HostAnswer.Place place = host == null ? null : host.place();
    Kinship kinship = model == null ? null : model.kinship();
    if (place == null || kinship == null) {
      return List.of();
    }
    return List.of(
        new HostCommand(
            StepKind.APPLY_INSTANCE,
            operation.member(),
            place.host(),
            place.account(),
            InstanceCommand.apply().words(),
            new TreeMap<>(),
            Manifest.of(
                new Manifest.Member(
                    operation.instance(),
                    operation.port(),
                    operation.cluster().cluster(),
                    operation.member().value(),
                    operation.address(),
                    operation.apiPort()),
                kinship)));
  }
}
