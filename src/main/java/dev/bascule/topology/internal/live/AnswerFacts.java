package dev.bascule.topology.internal.live;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.topology.CloseLook.Answer;
import dev.bascule.topology.MemberFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members' answers add to the facts known of them. Pure. */
final class AnswerFacts {
  private AnswerFacts() {}

  /** The facts after one round of answers; what other sources told stays. */
  static Map<MemberName, MemberFacts> merged(
      Map<MemberName, MemberFacts> known, Map<MemberName, Answer> answers) {
    // one that leads now may have followed when its fact was learned: whether a member takes writes
    // is a fact only where several said so in the same round, which is never right
    var primaries =
        answers.values().stream()
            .filter(
                answer -> answer instanceof Answer.Said(var status, var at) && status.takesWrites())
            .count();
    var facts = new HashMap<>(known);
    answers.forEach(
        (name, answer) -> {
          var before = known.getOrDefault(name, MemberFacts.NONE);
          facts.put(
              name,
              switch (answer) {
                case Answer.Said(var status, var at) -> said(before, status, at, primaries > 1);
                case Answer.Silent silent -> unheard(before, false);
                case Answer.NotAllowed no -> unheard(before, null);
                case Answer.NoAddress none -> unheard(before, null);
              });
        });
    return facts;
  }

  private static MemberFacts said(
      MemberFacts before, PatroniStatus status, Instant at, boolean several) {
    var identifier = status.systemIdentifier();
    return new MemberFacts(
        before.writability(),
        true,
        identifier == null ? before.systemIdentifier() : identifier,
        status.watchdogFailed(),
        status.failsafeActive(),
        several ? status.takesWrites() : null,
        new MemberFacts.Place(status.location(), status.received(), status.replayed(), at));
  }

  private static MemberFacts unheard(MemberFacts before, @Nullable Boolean reachable) {
    return new MemberFacts(
        before.writability(), reachable, before.systemIdentifier(), false, false, null, null);
  }
}
