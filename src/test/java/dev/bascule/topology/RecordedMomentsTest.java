package dev.bascule.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.support.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded moment folds into what a person has reviewed, in {@code samples/expected}. */
class RecordedMomentsTest {
  static Stream<Arguments> moments() {
    return Samples.MOMENTS.stream()
        .flatMap(
            moment ->
                Samples.clusters(Samples.moment(moment)).stream()
                    .map(cluster -> Arguments.of(moment, cluster)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void foldsIntoWhatWasReviewed(String moment, String cluster) {
    assertThat(StateText.of(Recorded.at(moment, cluster)))
        .isEqualTo(Samples.text("expected/" + moment + "." + cluster + ".txt"));
  }
}
