package dev.bascule.patroni.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterruptionReportTest {
  private static final MemberName OLD = new MemberName("srv-pg1");
  private static final MemberName NEW = new MemberName("srv-pg2");
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  /** One letter each 100 ms: Writes, Follows, silent (-), not asked (.). */
  private static List<Sample> series(MemberName member, String letters) {
    var samples = new ArrayList<Sample>();
    for (var i = 0; i < letters.length(); i++) {
      var asked = Duration.ofMillis(100L * i);
      var answered = asked.plusMillis(20);
      switch (letters.charAt(i)) {
        case 'W' -> samples.add(sample(member, asked, answered, true, false));
        case 'S' -> samples.add(sample(member, asked, answered, true, true));
        case 'F' -> samples.add(sample(member, asked, answered, false, false));
        case '-' ->
            samples.add(Sample.silent(member, asked, answered.plusMillis(70), RestTrouble.REFUSED));
        default -> {}
      }
    }
    return samples;
  }

  private static Sample sample(
      MemberName member,
      Duration asked,
      Duration answered,
      @Nullable Boolean writes,
      Boolean acknowledges) {
    return new Sample(member, asked, answered, writes, null, acknowledges, "");
  }

  private static InterruptionReport judge(String old, String other) {
    var samples = new ArrayList<>(series(NEW, other));
    samples.addAll(series(OLD, old));
    return InterruptionReport.of(START, OLD, samples, List.of());
  }

  @Test
  void measuresFromTheOldLeadersFirstNoToTheFirstYesOfAnyone() {
    var report = judge("WWWFFFFFFFFFFF", "FFFFFFFFWWWW");
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(500));
    assertThat(report.newPrimary()).isEqualTo(NEW);
    assertThat(report.beganAt()).isEqualTo(START.plusMillis(320));
    assertThat(report.uncertainty()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void knowsNothingWhileItLasts() {
    var report = judge("WWWFFFFF", "FFFFFFFF");
    assertThat(report.interruption()).isNull();
    assertThat(report.newPrimary()).isNull();
  }

  @Test
  void findsNoneWhereTheLeaderStayed() {
    assertThat(judge("WWWWWWWW", "FFFFFFFF").interruption()).isNull();
  }

  @Test
  void takesSilenceForNoAnswerWhenTheLeaderThenAnswersAsBefore() {
    assertThat(judge("WW--WWWW", "FFFFFFFF").interruption()).isNull();
  }

  @Test
  void beginsWithTheSilenceThatEndedInANo() {
    var report = judge("WWW--FFFFFFF", "FFFFFFFFWW");
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(520));
  }

  @Test
  void beginsWithTheSilenceOfALeaderThatNeverCameBack() {
    var report = judge("WWW---------", "FFFFFFFFWW");
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(520));
    assertThat(report.newPrimary()).isEqualTo(NEW);
  }

  @Test
  void endsWithTheOldLeaderWhenItStays() {
    var report = judge("WWFFFWWW", "FFFFFFFF");
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(300));
    assertThat(report.newPrimary()).isEqualTo(OLD);
  }

  @Test
  void saysHowUncertainItIsWhenAnswersWereSparse() {
    var report = judge("W...FFFFFFFF", "FFFFFF..W");
    assertThat(report.uncertainty()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void tellsWhenASynchronousStandbyFollowedTheNewPrimary() {
    var report = judge("WWFFFFFFFF", "FFFFWWWSS");
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(200));
    assertThat(report.acknowledgedAfter()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void measuresTheEntryPointApart() {
    var entry = new MemberName("entry point");
    var report =
        InterruptionReport.of(START, OLD, series(OLD, "WWWW"), series(entry, "WWFFFFWWWFFW"));
    assertThat(report.interruption()).isNull();
    assertThat(report.entryPointGap()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void measuresTheLeaderKeyApart() {
    var samples = new ArrayList<Sample>();
    for (var i = 0; i < 10; i++) {
      var asked = Duration.ofMillis(200L * i);
      var old = i < 4;
      samples.add(new Sample(OLD, asked, asked.plusMillis(10), i < 2, old, false, ""));
      samples.add(new Sample(NEW, asked, asked.plusMillis(10), i > 8, i > 4, false, ""));
    }
    var report = InterruptionReport.of(START, OLD, samples, List.of());
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(1400));
    assertThat(report.leaderKeyGap()).isEqualTo(Duration.ofMillis(200));
  }
}
