package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.Lsn;
import dev.bascule.topology.MemberView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a candidate is: what the members answered just now, or else what they last published in
 * the DCS, with its source and age beside it.
 */
final class CandidateProgress {
  /** From here on replaying what was received takes noticeably long at promotion. */
  static final long MUCH_TO_REPLAY = 16L << 20;

  private CandidateProgress() {}

  static void add(Checks checks, MemberView member, Findings facts) {
    Optional<MemberAnswer.Answered> answer = facts.answered(member.name());
    timeline(checks, member, answer, facts);
    Lag lag = lag(member, answer, facts);
    long limit = facts.state().config().maximumLagOnFailover();
    Long receive = lag.receive();
    checks.add(
        "lag",
        receive == null || receive > limit ? Level.RED : Level.GREEN,
        receive == null ? Fact.UNKNOWN : Fact.bytes(receive),
        Fact.bytes(limit),
        lag.source(),
        lag.at());
    Long replay = lag.replay();
    checks.add(
        "replay-lag",
        unless(replay != null && replay <= MUCH_TO_REPLAY, Level.AMBER),
        replay == null ? Fact.UNKNOWN : Fact.bytes(replay),
        Fact.bytes(MUCH_TO_REPLAY),
        lag.source(),
        lag.at());
  }

  private static void timeline(
      Checks checks, MemberView member, Optional<MemberAnswer.Answered> answer, Findings facts) {
    int cluster = facts.state().timeline();
    boolean asked = answer.isPresent() && answer.get().timeline() > 0;
    int its = asked ? answer.get().timeline() : member.timeline();
    Level level = its == 0 || cluster == 0 ? Level.AMBER : unless(its == cluster, Level.RED);
    checks.add(
        "timeline",
        level,
        its == 0 ? Fact.UNKNOWN : Fact.count(its),
        cluster == 0 ? Fact.UNKNOWN : Fact.count(cluster),
        asked ? Source.REST : Source.DCS,
        asked ? answer.get().at() : facts.dcsSeenAt());
  }

  /**
   * What a candidate lacks.
   *
   * @param receive bytes that it has not received; null when unknown
   * @param replay bytes that it has received and not replayed; null when unknown
   */
  private record Lag(
      @Nullable Long receive, @Nullable Long replay, Source source, @Nullable Instant at) {}

  private static Lag lag(
      MemberView member, Optional<MemberAnswer.Answered> answer, Findings facts) {
    Lsn top = leadersPlace(facts);
    if (answer.isPresent() && top != null) {
      Lsn received = answer.get().received();
      Lsn replayed = answer.get().replayed();
      if (received != null) {
        return new Lag(
            Math.max(0, top.minus(received)),
            replayed == null ? null : Math.max(0, received.minus(replayed)),
            Source.REST,
            answer.get().at());
      }
    }
    Lsn received = member.receiveLsn();
    Lsn replayed = member.replayLsn();
    Long behind = received == null || replayed == null ? null : received.minus(replayed);
    return new Lag(
        member.receiveLag(),
        behind == null ? null : Math.max(0, behind),
        Source.DCS,
        facts.dcsSeenAt());
  }

  private static @Nullable Lsn leadersPlace(Findings facts) {
    var leader = facts.state().leader();
    return leader == null
        ? null
        : facts.answered(leader.name()).map(MemberAnswer.Answered::location).orElse(null);
  }
}
