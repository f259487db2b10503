package dev.bascule.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a request. */
class RequestStateTest {
  private static Set<RequestState> after(RequestState state) {
    var next = EnumSet.noneOf(RequestState.class);
    for (RequestState candidate : RequestState.values()) {
      if (state.mayBecome(candidate)) {
        next.add(candidate);
      }
    }
    return next;
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "APPROVED", "SCHEDULED"})
  void whileItWaitsItMayBeTakenBackExpireBeRefusedOrVoided(RequestState waiting) {
    assertThat(after(waiting))
        .contains(
            RequestState.CANCELLED,
            RequestState.EXPIRED,
            RequestState.REJECTED,
            RequestState.VOIDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISPATCHING", "RUNNING", "OBSERVING"})
  void fromDispatchingOnOnlyAnOutcomeEndsIt(RequestState underWay) {
    assertThat(after(underWay))
        .doesNotContain(
            RequestState.CANCELLED,
            RequestState.EXPIRED,
            RequestState.REJECTED,
            RequestState.VOIDED,
            RequestState.REQUESTED,
            RequestState.APPROVED,
            RequestState.SCHEDULED);
  }

  @ParameterizedTest
  @EnumSource
  void nothingFollowsWhatIsOver(RequestState state) {
    assertThat(after(state).isEmpty()).isEqualTo(state.over());
  }

  @Test
  void abortedStaleIsOnlyPossibleBeforeAnythingWasSent() {
    assertThat(RequestState.DISPATCHING.mayBecome(RequestState.ABORTED_STALE)).isTrue();
    assertThat(RequestState.RUNNING.mayBecome(RequestState.ABORTED_STALE)).isFalse();
    assertThat(RequestState.OBSERVING.mayBecome(RequestState.ABORTED_STALE)).isFalse();
  }

  @Test
  void nothingIsSentWithoutAnAgreement() {
    assertThat(RequestState.DRAFT.mayBecome(RequestState.DISPATCHING)).isFalse();
    assertThat(RequestState.REQUESTED.mayBecome(RequestState.DISPATCHING)).isFalse();
    assertThat(RequestState.REQUESTED.mayBecome(RequestState.SCHEDULED)).isFalse();
  }

  @Test
  void everyStateIsWaitingUnderWayOrOver() {
    for (RequestState state : EnumSet.complementOf(EnumSet.of(RequestState.DRAFT))) {
      assertThat(state.waiting() ^ state.underWay() ^ state.over()).as(state.name()).isTrue();
    }
  }
}
