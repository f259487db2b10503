package dev.bascule.topology;

import static dev.bascule.topology.Edited.PG1;
import static dev.bascule.topology.Edited.PG2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.Lsn;
import dev.bascule.topology.MemberFacts.Place;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A member's own answer counts as long as it is newer than what it published. */
class CloserPlaceTest {
  private static final long MEGABYTE = 1L << 20;

  private final ClusterTrack track = Edited.healthy().track();
  private final Lsn optime = track.state().optime() == null ? new Lsn(0) : track.state().optime();
  private final Instant published = track.state().observedAt();

  private ClusterState answered(long leaderAhead, long behind, Instant at) {
    var end = new Lsn(optime.value() + leaderAhead);
    var place = new Lsn(end.value() - behind);
    var facts =
        Map.of(
            PG1, withPlace(new Place(end, null, null, at)),
            PG2, withPlace(new Place(null, place, place, at)));
    return track.within(track.around().withFacts(facts)).state();
  }

  private static MemberFacts withPlace(Place place) {
    var none = MemberFacts.NONE;
    return new MemberFacts(none.writability(), true, null, false, false, null, place);
  }

  @Test
  void isHeldAgainstTheLeadersAnswerOfTheSameRound() {
    var state = answered(40 * MEGABYTE, 3 * MEGABYTE, published.plusSeconds(5));
    var closer = CloserPlace.of(state.member(PG2).orElseThrow(), state).orElseThrow();
    assertThat(closer.receiveLag()).isEqualTo(3 * MEGABYTE);
    assertThat(closer.replayLag()).isEqualTo(3 * MEGABYTE);
    assertThat(closer.at()).isEqualTo(published.plusSeconds(5));
  }

  @Test
  void isNothingWhenTheMemberPublishedSince() {
    var state = answered(0, MEGABYTE, published.minusSeconds(5));
    assertThat(CloserPlace.of(state.member(PG2).orElseThrow(), state)).isEmpty();
  }

  @Test
  void isNothingForTheLeaderAndForWhoWasNotAsked() {
    var state = answered(0, 0, published.plusSeconds(5));
    assertThat(CloserPlace.of(state.member(PG1).orElseThrow(), state)).isEmpty();
    assertThat(CloserPlace.of(state.member(Edited.PG3).orElseThrow(), state)).isEmpty();
  }
}
