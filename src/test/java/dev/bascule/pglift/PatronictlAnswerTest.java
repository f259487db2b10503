package dev.bascule.pglift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** patronictl's words, mostly as they were recorded. */
class PatronictlAnswerTest {
  private static final String AT = "2026-11-23 05:39:25.29767 ";

  private static PatronictlAnswer recorded(String name) {
    var call = Recorded.of(name);
    return PatronictlAnswer.read(call.exit(), call.output(), "");
  }

  private static PatronictlAnswer said(String out) {
    return PatronictlAnswer.read(0, out, "");
  }

  @Test
  void seesWhoWasGivenTheLead() {
    assertThat(recorded("switchover-force"))
        .isEqualTo(new PatronictlAnswer.SwitchedOver("srv-pg2"));
    assertThat(recorded("switchover-answers-on-stdin"))
        .isEqualTo(new PatronictlAnswer.SwitchedOver("srv-pg2"));
  }

  @Test
  void seesThatAnotherMemberLeads() {
    assertThat(said(AT + "Switched over to \"srv-pg3\" instead of \"srv-pg2\"\n"))
        .isEqualTo(new PatronictlAnswer.SwitchedOverInstead("srv-pg3", "srv-pg2"));
  }

  @ParameterizedTest
  @CsvSource({
    "switchover-wrong-leader,Member srv-pg1 is not the leader of cluster maincluster",
    "switchover-bad-candidate,"
        + "Member nosuch does not exist in cluster maincluster or is tagged as nofailover",
    "switchover-no-tty,Aborted!"
  })
  void takesARefusalBeforePatroniWasAsked(String name, String why) {
    assertThat(recorded(name)).isEqualTo(new PatronictlAnswer.Failed(0, why));
  }

  @ParameterizedTest
  @CsvSource({
    "412,leader name does not match",
    "412,switchover is not possible: no good candidates have been found",
    "503,Switchover failed",
    "503,failed to write failover key into DCS"
  })
  void takesPatronisRefusalThoughTheExitIsZero(int status, String why) {
    assertThat(said("Switchover failed, details: " + status + ", " + why + "\n"))
        .isEqualTo(new PatronictlAnswer.Failed(status, why));
  }

  @Test
  void neverTakesAnUnknownStatusForAFailure() {
    assertThat(said("Switchover failed, details: 503, Switchover status unknown\n"))
        .isEqualTo(new PatronictlAnswer.StatusUnknown());
  }

  @Test
  void doesNotKnowWhatBecomesOfAKeyThatPatronictlWroteItself() {
    assertThat(
            said(
                AT
                    + "Could not switchover using Patroni api, falling back to DCS\n"
                    + "| a | b |\n"))
        .isEqualTo(new PatronictlAnswer.StatusUnknown());
  }

  @Test
  void seesSchedulesKeptAndTakenBack() {
    assertThat(recorded("switchover-scheduled")).isEqualTo(new PatronictlAnswer.Scheduled());
    assertThat(recorded("switchover-scheduled-again")).isEqualTo(new PatronictlAnswer.Scheduled());
    assertThat(recorded("flush-switchover")).isEqualTo(new PatronictlAnswer.Flushed());
    assertThat(recorded("flush-switchover-none")).isEqualTo(new PatronictlAnswer.NothingToFlush());
    assertThat(said("Failed: no switchover is scheduled\n"))
        .isEqualTo(new PatronictlAnswer.NothingToFlush());
  }

  @Test
  void countsTheMemberThatTookItBackAfterOthersFailed() {
    assertThat(
            said(
                """
                Failed: member=a, status_code=503, (busy)
                Success: scheduled switchover deleted
                """))
        .isEqualTo(new PatronictlAnswer.Flushed());
    assertThat(said("Failed: member=a, status_code=503, (busy)\n"))
        .isEqualTo(new PatronictlAnswer.Failed(503, "busy"));
  }

  @Test
  void isNotFooledByNamesInTables() {
    var row = "| " + AT + "Successfully switched over to \"evil\" | x |\n";
    assertThat(said(row + "Switchover failed, details: 412, leader name does not match\n"))
        .isEqualTo(new PatronictlAnswer.Failed(412, "leader name does not match"));
  }

  @Test
  void keepsWhatItDoesNotUnderstandAsReadableText() {
    var answer = PatronictlAnswer.read(1, "", "Traceback\u001b[31m (most recent)\nboom\n");
    assertThat(answer)
        .isEqualTo(new PatronictlAnswer.Unparsed("exit 1: Traceback (most recent)\nboom"));
    assertThat(said("x".repeat(100_000)))
        .isInstanceOfSatisfying(
            PatronictlAnswer.Unparsed.class, it -> assertThat(it.text()).hasSizeLessThan(9000));
  }
}
