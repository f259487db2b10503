package dev.bascule.topology.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.inventory.RestAccess;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.RestTrouble;
import dev.bascule.topology.CloseLook.Answer;
import dev.bascule.topology.MemberFacts;
import dev.bascule.topology.Presence.Writability;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnswerFactsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final MemberName A = new MemberName("a");
  private static final MemberName B = new MemberName("b");

  private static Answer said(dev.bascule.patroni.rest.PatroniStatus status) {
    return new Answer.Said(status, NOW);
  }

  @Test
  void keepsWhatAnAnswerTells() {
    var facts = AnswerFacts.merged(Map.of(), Map.of(A, said(Statuses.heldByFailsafe("a"))));
    var fact = Objects.requireNonNull(facts.get(A));
    assertThat(fact.reachable()).isTrue();
    assertThat(fact.failsafeActive()).isTrue();
    assertThat(fact.systemIdentifier()).isEqualTo("7711236848557838613");
  }

  @Test
  void makesNoFactOfAPrimaryThatMayHaveSteppedDownMeanwhile() {
    var facts =
        AnswerFacts.merged(
            Map.of(), Map.of(A, said(Statuses.primary("a")), B, said(Statuses.replica("b"))));
    assertThat(Objects.requireNonNull(facts.get(A)).primary()).isNull();
  }

  @Test
  void tellsOfTwoPrimariesThatAnsweredTogether() {
    var facts =
        AnswerFacts.merged(
            Map.of(), Map.of(A, said(Statuses.primary("a")), B, said(Statuses.primary("b"))));
    assertThat(Objects.requireNonNull(facts.get(A)).primary()).isTrue();
    assertThat(Objects.requireNonNull(facts.get(B)).primary()).isTrue();
  }

  @Test
  void keepsWhatOthersToldWhenNothingIsHeard() {
    var known = Map.of(A, MemberFacts.NONE.withWritability(Writability.STILL_WRITABLE));
    var facts = AnswerFacts.merged(known, Map.of(A, new Answer.Silent(RestTrouble.REFUSED, NOW)));
    assertThat(Objects.requireNonNull(facts.get(A)).writability())
        .isEqualTo(Writability.STILL_WRITABLE);
    assertThat(Objects.requireNonNull(facts.get(A)).reachable()).isFalse();
  }

  @Test
  void holdsItAgainstNobodyThatItMustNotBeAsked() {
    var answer = new Answer.NotAllowed(RestAccess.Reason.UNKNOWN_HOST);
    var facts = AnswerFacts.merged(Map.of(), Map.of(A, answer));
    assertThat(Objects.requireNonNull(facts.get(A)).reachable()).isNull();
  }
}
