package dev.bascule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Numbers, sizes, ages and times as each language writes them. */
class FormatsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Formats ENGLISH = new Formats(Locale.ENGLISH, PARIS);
  private static final Formats FRENCH = new Formats(Locale.FRENCH, PARIS);

  @Test
  void sizesArePowersOf1024() {
    assertThat(ENGLISH.bytes(319_488)).isEqualTo("312\u00a0kB");
    assertThat(FRENCH.bytes(319_488)).isEqualTo("312\u00a0ko");
    assertThat(FRENCH.bytes(1_258_291)).isEqualTo("1,2\u00a0Mo");
    assertThat(ENGLISH.bytes(0)).isEqualTo("0\u00a0B");
  }

  @Test
  void anUnknownSizeIsNeverZero() {
    assertThat(ENGLISH.bytes(OptionalLong.empty())).isEqualTo("?");
  }

  @Test
  void lengthsUseTheirLargestUnits() {
    assertThat(ENGLISH.length(Duration.ofMillis(400))).isEqualTo("0.4\u00a0s");
    assertThat(ENGLISH.length(Duration.ofSeconds(8))).isEqualTo("8\u00a0s");
    assertThat(ENGLISH.length(Duration.ofMinutes(125))).isEqualTo("2\u00a0h\u00a005");
    assertThat(FRENCH.length(Duration.ofDays(4))).isEqualTo("4\u00a0j");
  }

  @Test
  void timesNameTheirZone() {
    Instant at = Instant.parse("2026-11-23T01:14:07Z");
    assertThat(ENGLISH.full(at)).isEqualTo("2026-11-23 02:14:07 CET");
    assertThat(FRENCH.full(at)).isEqualTo("23/11/2026 02:14:07 CET");
    assertThat(ENGLISH.time(at, at.plusSeconds(60))).isEqualTo("02:14:07");
    assertThat(ENGLISH.time(at, at.plus(Duration.ofDays(2)))).isEqualTo("2026-11-23 02:14:07 CET");
  }
}
