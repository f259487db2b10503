package dev.bascule.pglift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that patronictl is given. */
class PatronictlCommandTest {
  @Test
  void handsTheLeadToACandidate() {
    assertThat(PatronictlCommand.switchover("maincluster", "srv-pg1", "srv-pg2", null).words())
        .containsExactly(
            "patronictl",
            "switchover",
            "maincluster",
            "--leader",
            "srv-pg1",
            "--candidate",
            "srv-pg2",
            "--force");
  }

  @Test
  void letsPatroniKeepATimeWithItsOffset() {
    var at = OffsetDateTime.parse("2026-11-23T07:40:00.123456+01:00");
    assertThat(PatronictlCommand.switchover("c", "a", null, at).words())
        .containsSubsequence("--scheduled", "2026-11-23T07:40:00+01:00", "--force")
        .doesNotContain("--candidate");
    assertThat(
            PatronictlCommand.switchover("c", "a", null, OffsetDateTime.parse("2026-11-23T07:40Z"))
                .words())
        .contains("2026-11-23T07:40:00+00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--config=/tmp/x", "-c", "", "a\nb"})
  void refusesNamesThatCouldBeOptions(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PatronictlCommand.switchover(name, "a", null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PatronictlCommand.switchover("c", "a", name, null));
    assertThatIllegalArgumentException().isThrownBy(() -> PatronictlCommand.flushSwitchover(name));
  }
}
