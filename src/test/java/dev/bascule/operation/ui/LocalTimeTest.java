package dev.bascule.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a time on a clock on the wall means when the clocks change. */
class LocalTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static LocalDateTime local(String text) {
    return LocalDateTime.parse(text);
  }

  @Test
  void meansOneInstantOnAnOrdinaryDay() {
    assertThat(LocalTime.of(local("2026-11-23T02:30"), PARIS, null))
        .isEqualTo(new LocalTime.Exactly(Instant.parse("2026-11-23T01:30:00Z")));
  }

  @Test
  void asksWhichOneWhenTheClocksGoBack() {
    assertThat(LocalTime.of(local("2026-10-25T02:30"), PARIS, null))
        .isEqualTo(
            new LocalTime.Twice(java.util.List.of(ZoneOffset.ofHours(2), ZoneOffset.ofHours(1))));
  }

  @Test
  void takesTheOneThatWasChosen() {
    assertThat(LocalTime.of(local("2026-10-25T02:30"), PARIS, ZoneOffset.ofHours(1)))
        .isEqualTo(new LocalTime.Exactly(Instant.parse("2026-10-25T01:30:00Z")));
    assertThat(LocalTime.of(local("2026-10-25T02:30"), PARIS, ZoneOffset.ofHours(2)))
        .isEqualTo(new LocalTime.Exactly(Instant.parse("2026-10-25T00:30:00Z")));
  }

  @Test
  void asksAgainWhenTheChoiceFitsAnotherDay() {
    assertThat(LocalTime.of(local("2026-10-25T02:30"), PARIS, ZoneOffset.ofHours(5)))
        .isInstanceOf(LocalTime.Twice.class);
  }

  @Test
  void neverComesWhenTheClocksGoForward() {
    assertThat(LocalTime.of(local("2027-03-28T02:30"), PARIS, null))
        .isEqualTo(new LocalTime.Never(local("2027-03-28T02:00"), local("2027-03-28T03:00")));
  }
}
