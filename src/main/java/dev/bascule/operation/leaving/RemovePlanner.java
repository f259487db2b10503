package dev.bascule.operation.leaving;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Thinks the removal of a cluster from the DCS through: possible only when no member is there any
 * more, and only with the configuration that pglift kept of the last one. Pure.
 */
public final class RemovePlanner {
  private RemovePlanner() {}

  /** The plan against these facts. */
  public static Plan plan(RemoveCluster operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    var leaver = new Leaver(operation.keeper(), facts.state());
    HostAnswer.@Nullable Kept kept = kept(operation, facts);
    var fence = new LinkedHashMap<String, String>();
    fence.put(FenceNames.SYSTEM_IDENTIFIER, facts.state().systemIdentifier());
    fence.put("removing-members", Integer.toString(seen(leaver).size()));
    return new Draft(
            operation,
            facts,
            Phrase.of("operation.cluster-remove.sentence", Fact.text(cluster)),
            checks(leaver, kept, facts),
            List.of(new PlannedStep("remove", operation.keeper().value(), null, null, true)),
            commands(operation, kept),
            List.of(
                Phrase.of("operation.cluster-remove.way-back"),
                Phrase.of("operation.cluster-remove.kept", file(kept)),
                Phrase.of("operation.cluster-remove.inventory"),
                Phrase.of("operation.cluster-remove.interrupted")),
            Fence.of(fence),
            Map.of("keeper", operation.keeper().value()))
        .unfelt();
  }

  private static List<Check> checks(Leaver leaver, HostAnswer.@Nullable Kept kept, Findings facts) {
    var all = new ArrayList<Check>();
    // no instance is left that could run anything
    ClusterChecks.of(facts).stream()
        .filter(check -> !check.code().equals("runners"))
        .forEach(all::add);
    Checks cluster = Checks.ofCluster(facts);
    LeaderSeat seat = facts.state().leader();
    cluster.dcs(
        "removing-leader",
        unless(seat == null, Level.RED),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    List<MemberName> seen = seen(leaver);
    cluster.dcs("removing-members", unless(seen.isEmpty(), Level.RED), Leaver.fact(seen));
    List<MemberName> away = leaver.others(view -> !view.seen());
    cluster.dcs("removing-away", unless(away.isEmpty(), Level.AMBER), Leaver.fact(away));
    all.addAll(cluster.toList());
    Checks checks = Checks.of(leaver.name(), facts);
    HostAnswer answer = facts.hosts().get(leaver.name());
    boolean instance =
        answer != null
            && facts
                .runner(leaver.name())
                .map(Runner::instance)
                .flatMap(answer::instance)
                .isPresent();
    checks.add(
        "removing-instance",
        unless(!instance, Level.RED),
        answer == null ? Fact.UNKNOWN : yesNo(instance),
        null,
        Source.HOST,
        answer == null ? null : answer.at());
    checks.add(
        "removing-kept",
        unless(kept != null && !kept.files().isEmpty(), Level.RED),
        file(kept),
        null,
        Source.HOST,
        answer == null ? null : answer.at());
    all.addAll(checks.toList());
    return all;
  }

  private static List<MemberName> seen(Leaver leaver) {
    return leaver.state().members().stream()
        .filter(MemberView::seen)
        .map(MemberView::name)
        .toList();
  }

  private static HostAnswer.@Nullable Kept kept(RemoveCluster operation, Findings facts) {
    HostAnswer answer = facts.hosts().get(operation.keeper());
    return answer == null ? null : answer.kept();
  }

  private static Optional<String> newest(HostAnswer.@Nullable Kept kept) {
    return kept == null || kept.files().isEmpty()
        ? Optional.empty()
        : Optional.of(kept.files().getLast());
  }

  private static Fact file(HostAnswer.@Nullable Kept kept) {
    return kept == null
        ? Fact.UNKNOWN
        : newest(kept).map(Fact::text).orElse(Fact.words("operation.value.none"));
  }

  private static List<HostCommand> commands(
      RemoveCluster operation, HostAnswer.@Nullable Kept kept) {
    return newest(kept)
        .map(
            file ->
                new HostCommand(
                    StepKind.REMOVE_CLUSTER,
                    operation.keeper(),
                    kept == null ? "" : kept.host(),
                    kept == null ? "" : kept.account(),
                    PatronictlCommand.remove(file, operation.cluster().cluster()).words(),
                    new TreeMap<>(Map.of("PATRONICTL_CONFIG_FILE", file))))
        .map(List::of)
        .orElse(List.of());
  }
}
