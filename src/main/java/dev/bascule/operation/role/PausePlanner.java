package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Audience;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Resume;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Shift;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Canonical;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thinks pausing and resuming through. Pure. */
public final class PausePlanner {
  /** A pause that is meant to last longer is likely to be forgotten. */
  private static final Duration LONG = Duration.ofDays(7);

  private PausePlanner() {}

  /** The plan of a pause against these facts. */
  public static Plan pause(Pause operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    return plan(
        operation,
        facts,
        Phrase.of("operation.pause.sentence", Fact.text(cluster), Fact.at(operation.until())),
        pauseChecks(operation, facts),
        Commands.anywhere(StepKind.PAUSE, PatronictlCommand.pause(cluster), facts),
        List.of(
            Phrase.of("operation.pause.way-back"),
            Phrase.of("operation.pause.reminds", Fact.at(operation.until()))),
        Map.of("until", operation.until().toString()));
  }

  /** The plan of a resumption against these facts. */
  public static Plan resume(Resume operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    return plan(
        operation,
        facts,
        Phrase.of("operation.resume.sentence", Fact.text(cluster)),
        resumeChecks(facts),
        Commands.anywhere(StepKind.RESUME, PatronictlCommand.resume(cluster), facts),
        List.of(Phrase.of("operation.resume.way-back")),
        Map.of());
  }

  private static Plan plan(
      Operation operation,
      Findings facts,
      Phrase sentence,
      List<Check> checks,
      List<HostCommand> commands,
      List<Phrase> wayBack,
      Map<String, String> own) {
    ClusterState state = facts.state();
    var leader = state.leader();
    Fence fence = fence(state);
    Sheet sheet =
        new Sheet(
            sentence,
            new Shift(
                leader == null ? null : leader.name(),
                leader == null ? List.of() : List.of(leader.name()),
                state.members().stream().map(MemberView::name).toList()),
            checks,
            Audience.NOBODY,
            Interruptions.NONE,
            Fact.bytes(0),
            List.of(
                new PlannedStep(
                    "patronictl",
                    leader == null ? operation.cluster().cluster() : leader.name().value(),
                    null,
                    null,
                    true)),
            commands,
            wayBack,
            facts.now());
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("dcs", operation.cluster().dcs());
    parameters.put("cluster", operation.cluster().cluster());
    parameters.putAll(own);
    return new Plan(
        operation, sheet, fence, Canonical.hash(operation.kind(), parameters, commands, fence));
  }

  /** Which cluster it is, and whether it is paused: nothing else matters to it. */
  static Fence fence(ClusterState state) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(FenceNames.SYSTEM_IDENTIFIER, state.systemIdentifier());
    facts.put(FenceNames.PAUSE, Boolean.toString(state.paused()));
    return Fence.of(facts);
  }

  private static List<Check> pauseChecks(Pause operation, Findings facts) {
    ClusterState state = facts.state();
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.ofCluster(facts);
    checks.dcs("not-paused", unless(!state.paused(), Level.RED), yesNo(state.paused()));
    LeaderSeat seat = state.leader();
    checks.dcs(
        "pause-leader",
        unless(seat != null, Level.AMBER),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    boolean waits =
        state.scheduledSwitchover().isPresent()
            || state.members().stream().anyMatch(member -> member.scheduledRestart() != null);
    checks.dcs("pause-scheduled", unless(!waits, Level.AMBER), yesNo(waits));
    Duration length = Duration.between(facts.now(), operation.until());
    checks.add(
        "pause-until",
        !length.isPositive() ? Level.RED : unless(length.compareTo(LONG) <= 0, Level.AMBER),
        Fact.at(operation.until()),
        Fact.at(facts.now().plus(LONG)),
        Source.BASCULE,
        facts.now());
    all.addAll(checks.toList());
    return all;
  }

  private static List<Check> resumeChecks(Findings facts) {
    ClusterState state = facts.state();
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.ofCluster(facts);
    checks.dcs("paused-now", unless(state.paused(), Level.RED), yesNo(state.paused()));
    LeaderSeat seat = state.leader();
    checks.dcs(
        "resume-leader",
        unless(seat != null, Level.AMBER),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    boolean waits =
        state.scheduledSwitchover().isPresent()
            || state.members().stream().anyMatch(member -> member.scheduledRestart() != null);
    checks.dcs("resume-scheduled", unless(!waits, Level.AMBER), yesNo(waits));
    all.addAll(checks.toList());
    for (MemberView member : state.members()) {
      boolean runs =
          member.seen()
              && (member.state().equals("running")
                  || member.state().equals("streaming")
                  || member.state().equals("in archive recovery"));
      all.addAll(
          Checks.of(member.name(), facts)
              .dcs(
                  "resume-member",
                  unless(runs, Level.AMBER),
                  member.seen() ? Fact.text(member.state()) : Fact.words("operation.value.absent"))
              .toList());
    }
    return all;
  }
}
