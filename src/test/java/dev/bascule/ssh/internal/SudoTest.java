package dev.bascule.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.ssh.ExecResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what sudo says instead of running a command counts as a refusal. */
class SudoTest {
  private static ExecResult said(int exit, String out, String err) {
    return new ExecResult(exit, out, err, false, Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sudo: a password is required",
        "sudo: a terminal is required to read the password; either use the -S option to read",
        "sudo: unknown user postgres",
        "sudo: unable to resolve host x: Name or service not known\nsudo: a password is required",
        "dba is not in the sudoers file.  This incident will be reported.",
        "Sorry, user dba is not allowed to execute '/usr/bin/env' as postgres on srv-pg1.",
        "env: 'sudo': No such file or directory"
      })
  void knowsARefusal(String words) {
    assertThat(Sudo.refused(said(words.startsWith("env") ? 127 : 1, "", words + "\n"))).isTrue();
  }

  @Test
  void takesAWarningForNoRefusal() {
    var warning = "sudo: unable to resolve host srv-pg1: Name or service not known\n";
    assertThat(Sudo.refused(said(1, "", warning + "Traceback (most recent call last):\n")))
        .isFalse();
    assertThat(Sudo.refused(said(0, "", warning))).isFalse();
  }

  @Test
  void takesAnAnswerOfTheProgramForNoRefusal() {
    assertThat(Sudo.refused(said(1, "{}", "sudo: a password is required\n"))).isFalse();
  }
}
