package dev.bascule.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionsTest {
  @Test
  void saysNoHistoryYet() {
    assertThat(Interruptions.of(List.of())).isEqualTo(Interruptions.NONE);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    var measured = List.of(Duration.ofSeconds(2), Duration.ofSeconds(1));
    assertThat(Interruptions.of(measured))
        .isEqualTo(new Interruptions(2, Duration.ofMillis(1500), Duration.ofSeconds(2)));
  }

  @Test
  void theOrderDoesNotCount() {
    var measured = List.of(Duration.ofSeconds(9), Duration.ofSeconds(1), Duration.ofMillis(1500));
    assertThat(Interruptions.of(measured))
        .isEqualTo(new Interruptions(3, Duration.ofMillis(1500), Duration.ofSeconds(9)));
  }
}
