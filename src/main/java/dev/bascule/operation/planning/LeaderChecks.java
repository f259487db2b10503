package dev.bascule.operation.planning;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Audience;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.Optional;

/** Whether the leader can hand over, and who would feel it. */
public final class LeaderChecks {
  private LeaderChecks() {}

  /** The checks. */
  public static List<Check> of(Findings facts) {
    ClusterState state = facts.state();
    LeaderSeat seat = state.leader();
    if (seat == null) {
      return Checks.ofCluster(facts)
          .dcs("leader", Level.RED, Fact.words("operation.value.nobody"))
          .toList();
    }
    Checks checks = Checks.of(seat.name(), facts);
    Optional<MemberView> member = state.leadingMember();
    boolean seen = member.isPresent() && member.get().seen();
    checks.dcs("leader", unless(seen, Level.RED), Fact.text(seat.name().value()));
    member.ifPresent(leading -> fromKeys(checks, leading));
    switch (facts.answers().get(seat.name())) {
      case MemberAnswer.Answered answered -> fromRest(checks, answered);
      case MemberAnswer.Silent silent ->
          checks.add(
              "leader-reachable",
              Level.AMBER,
              Fact.words("operation.trouble." + silent.trouble()),
              null,
              Source.REST,
              silent.at());
      case null ->
          checks.add("leader-reachable", Level.AMBER, Fact.UNKNOWN, null, Source.REST, null);
    }
    audience(checks, facts.sql().audience());
    rewind(checks, facts);
    return checks.toList();
  }

  private static void fromKeys(Checks checks, MemberView leading) {
    boolean fresh = leading.checkpointAfterPromotePending();
    checks.dcs("recent-promotion", unless(!fresh, Level.AMBER), yesNo(fresh));
    if (leading.scheduledRestart() != null) {
      checks.dcs("scheduled-restart", Level.AMBER, Checks.YES);
    }
  }

  private static void fromRest(Checks checks, MemberAnswer.Answered answer) {
    boolean leads = answer.primary() && answer.running();
    checks.add(
        "leader-agrees",
        unless(leads, Level.RED),
        Fact.text(answer.role() + ", " + answer.state()),
        Fact.text("primary, running"),
        Source.REST,
        answer.at());
    checks.add(
        "cluster-unlocked",
        unless(!answer.clusterUnlocked(), Level.RED),
        yesNo(answer.clusterUnlocked()),
        null,
        Source.REST,
        answer.at());
  }

  /** Who would feel it. */
  public static void audience(Checks checks, Audience audience) {
    if (!audience.known()) {
      checks.add("audience", Level.AMBER, Fact.UNKNOWN, null, Source.SQL, null);
      return;
    }
    var at = audience.seenAt();
    int transactions = audience.longTransactions().size();
    Fact oldest =
        transactions == 0
            ? Fact.words("operation.value.none")
            : Fact.words(
                "operation.value.long-transactions",
                Fact.count(transactions),
                Fact.length(audience.longTransactions().getFirst().age()));
    checks.add(
        "long-transactions", unless(transactions == 0, Level.AMBER), oldest, null, Source.SQL, at);
    int prepared = audience.preparedTransactions();
    checks.add(
        "prepared-transactions",
        unless(prepared == 0, Level.AMBER),
        Fact.count(prepared),
        null,
        Source.SQL,
        at);
    int backups = audience.backups();
    checks.add(
        "backups", unless(backups == 0, Level.AMBER), Fact.count(backups), null, Source.SQL, at);
  }

  private static void rewind(Checks checks, Findings facts) {
    Boolean checksums = facts.sql().checksums();
    Boolean hints = facts.sql().walLogHints();
    if (checksums == null || hints == null) {
      return;
    }
    boolean possible = checksums || hints;
    checks.add(
        "rewind",
        unless(possible, Level.AMBER),
        yesNo(possible),
        null,
        Source.SQL,
        facts.sql().audience().seenAt());
  }
}
