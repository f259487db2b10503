package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a member may and can become leader: Patroni's own rules, and what they leave out. */
final class CandidateChecks {
  private CandidateChecks() {}

  static List<Check> of(MemberName name, Findings facts) {
    ClusterState state = facts.state();
    Checks checks = Checks.of(name, facts);
    Optional<MemberView> member = state.member(name);
    var leader = state.leader();
    boolean leads = leader != null && leader.name().equals(name);
    if (leads) {
      return checks.dcs("not-leader", Level.RED, Checks.NO).toList();
    }
    boolean present = member.isPresent() && member.get().seen() && member.get().readable();
    checks.dcs("present", unless(present, Level.RED), yesNo(present));
    if (!present) {
      return checks.toList();
    }
    fromKeys(checks, member.get(), state);
    MemberAnswer answer = facts.answers().get(name);
    if (answer instanceof MemberAnswer.Answered answered) {
      checks.add("reachable", Level.GREEN, Checks.YES, null, Source.REST, answered.at());
      fromRest(checks, answered, facts);
    } else {
      var at = answer instanceof MemberAnswer.Silent silent ? silent.at() : null;
      var trouble =
          answer instanceof MemberAnswer.Silent silent
              ? Fact.words("operation.trouble." + silent.trouble())
              : Fact.UNKNOWN;
      checks.add("reachable", Level.AMBER, trouble, null, Source.REST, at);
    }
    CandidateProgress.add(checks, member.get(), facts);
    return checks.toList();
  }

  private static void fromKeys(Checks checks, MemberView member, ClusterState state) {
    boolean barred = member.tags().noFailover();
    checks.dcs("nofailover", unless(!barred, Level.RED), yesNo(barred));
    boolean running =
        member.state().equals("running")
            || member.state().equals("streaming")
            || member.state().equals("in archive recovery");
    checks.dcs("running", unless(running, Level.RED), Fact.text(member.state()));
    String replication = member.replicationState();
    checks.dcs(
        "streaming",
        member.streaming()
            ? Level.GREEN
            : "in archive recovery".equals(replication) ? Level.AMBER : Level.RED,
        replication == null ? Fact.UNKNOWN : Fact.text(replication),
        Fact.text("streaming"));
    synchronous(checks, member, state);
    checks.dcs(
        "pending-restart",
        unless(!member.pendingRestart(), Level.AMBER),
        member.pendingRestart()
            ? Fact.text(String.join(", ", member.pendingRestartReason().keySet()))
            : Checks.NO);
    if (member.scheduledRestart() != null) {
      checks.dcs("scheduled-restart", Level.AMBER, Checks.YES);
    }
  }

  private static void synchronous(Checks checks, MemberView member, ClusterState state) {
    SynchronousMode mode = state.config().synchronousMode();
    var sync = state.sync();
    boolean listed = sync != null && sync.contains(member.name());
    Level level =
        switch (mode) {
          case OFF -> Level.GREEN;
          case ON -> unless(listed, Level.RED);
          case QUORUM -> unless(listed, Level.AMBER);
        };
    Fact value =
        mode == SynchronousMode.OFF ? Fact.words("operation.value.not-in-use") : yesNo(listed);
    checks.dcs("synchronous", level, value);
  }

  private static void fromRest(Checks checks, MemberAnswer.Answered answer, Findings facts) {
    checks.add(
        "watchdog",
        unless(!answer.watchdogFailed(), Level.RED),
        answer.watchdogFailed() ? Fact.words("operation.value.failed") : Checks.NO,
        null,
        Source.REST,
        answer.at());
    String identifier = answer.systemIdentifier();
    String expected = facts.state().systemIdentifier();
    if (identifier != null && !expected.isEmpty()) {
      checks.add(
          "system-identifier",
          unless(identifier.equals(expected), Level.RED),
          Fact.text(identifier),
          Fact.text(expected),
          Source.REST,
          answer.at());
    }
    var seen = answer.dcsLastSeen();
    Duration ttl = facts.state().config().ttl();
    Duration age = seen == null ? null : Duration.between(seen, answer.at());
    if (age != null) {
      Duration shown = age.isNegative() ? Duration.ZERO : age;
      checks.add(
          "dcs-last-seen",
          unless(shown.compareTo(ttl) < 0, Level.AMBER),
          Fact.length(shown),
          Fact.length(ttl),
          Source.REST,
          answer.at());
    }
    if (answer.replayPaused()) {
      checks.add("replay-paused", Level.AMBER, Checks.YES, null, Source.REST, answer.at());
    }
  }
}
