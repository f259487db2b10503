package dev.bascule.topology.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the end of a silent leader's lock is worth a word. */
class LockWatchTest {
  @ParameterizedTest
  @CsvSource({
    "30, 10, 29, false",
    "30, 10, 20, false",
    "30, 10, 18, false",
    "30, 10, 17, true",
    "30, 10, 1, true",
    "20, 5, 13, false",
    "20, 5, 12, true"
  })
  void aLeaseThatIsRenewedEachLoopIsNoneThatExpires(int ttl, int loop, int left, boolean overdue) {
    var text = "{\"ttl\":%d,\"loop_wait\":%d}".formatted(ttl, loop);
    var config =
        DynamicConfig.read(text.getBytes(StandardCharsets.UTF_8))
                instanceof Reading.Read<DynamicConfig>(var read)
            ? read
            : DynamicConfig.EMPTY;
    assertThat(LockWatch.overdue(Duration.ofSeconds(left), config)).isEqualTo(overdue);
  }
}
