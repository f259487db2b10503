package dev.bascule.pglift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patronictl says of members one by one, as it was recorded. */
class MembersAnswerTest {
  private static MembersAnswer recorded(String name) {
    var call = Recorded.of(name);
    return Objects.requireNonNull(MembersAnswer.read(call.exit(), call.output(), ""), name);
  }

  @ParameterizedTest
  @CsvSource({
    "pause,1",
    "resume,1",
    "reload,3",
    "reload-tags,1",
    "restart-any,1",
    "restart-cluster,3",
    "reinit-replica,1"
  })
  void countsWhatItSaysWasDone(String name, int done) {
    assertThat(recorded(name)).isEqualTo(new MembersAnswer(done, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "pause-again,Cluster is already paused",
    "resume-again,Cluster is not paused",
    "restart-unknown,No 'any' among provided members",
    "restart-wrongcluster,nosuch cluster doesn't have any members",
    "reinit-leader,No replica among provided members"
  })
  void takesWhatItSaysWasNotDone(String name, String why) {
    assertThat(recorded(name)).isEqualTo(new MembersAnswer(0, List.of(why)));
  }

  @Test
  void seesAFailureAmongSuccessesThoughTheExitIsZero() {
    var answer =
        MembersAnswer.read(
            0,
            "Success: restart on member srv-pg1\n"
                + "Failed: restart for member srv-pg2, status code=503, (restart conditions are not"
                + " satisfied)\n",
            "");
    assertThat(answer)
        .isEqualTo(
            new MembersAnswer(
                1,
                List.of(
                    "restart for member srv-pg2, status code=503, (restart conditions are not"
                        + " satisfied)")));
  }

  @Test
  void understandsNothingOfATableAlone() {
    var call = Recorded.of("restart-pending-none");
    assertThat(MembersAnswer.read(call.exit(), call.output(), "")).isNull();
  }

  @Test
  void aMemberCannotBeNamedLikeAnAnswer() {
    assertThat(MembersAnswer.read(0, "| Success: restart on member x | 10.0.0.1 | running |\n", ""))
        .isNull();
  }
}
