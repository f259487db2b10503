package dev.bascule.pglift;

import dev.bascule.ssh.TerminalText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads patronictl's sentences. Rows of its tables are left out first: they hold names from the
 * DCS, which could read like an answer.
 */
final class PatronictlWords {
  /** Longest text kept. */
  private static final int LONGEST = 8 * 1024;

  private static final String AT = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+ ";
  private static final Pattern ROWS = Pattern.compile("(?m)^ *[|+].*$");
  private static final Pattern INSTEAD =
      Pattern.compile(
          AT + "(?:Switched|Failed) over to \"([^\"\\n]+)\" instead of \"([^\"\\n]+)\"");
  private static final Pattern SWITCHED =
      Pattern.compile(AT + "Successfully (?:switched|failed) over to \"([^\"\\n]+)\"");
  private static final Pattern SCHEDULED =
      Pattern.compile("(?m)" + AT + "Switchover scheduled[ \\t]*$");
  private static final Pattern FALLING_BACK =
      Pattern.compile(
          "(?m)" + AT + "(?:Could not \\w+ using Patroni api|Could not find any accessible).*$");
  private static final Pattern REFUSED =
      Pattern.compile("(?ms)^(?:Switchover|Failover) failed, details: (\\d{1,3}), (.*)\\z");
  private static final Pattern FLUSHED =
      Pattern.compile("(?m)^Success: scheduled switchover deleted[ \\t]*$");
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?m)^(?:No pending scheduled switchover|Failed: no switchover is scheduled)[ \\t]*$");
  private static final Pattern FAILED =
      Pattern.compile("(?m)^Failed: .*status[_ ]code=(\\d{1,3}),? \\((.*)\\)[ \\t]*$");
  private static final Pattern ERROR = Pattern.compile("(?m)(?:^Error: (.+)|(?:^|: )(Aborted!))$");

  private PatronictlWords() {}

  static PatronictlAnswer parse(int exit, String out, String err) {
    String whole = TerminalText.plain(out + "\n" + err).strip();
    String text = ROWS.matcher(whole).replaceAll("");
    return switched(text)
        .or(() -> flushed(text))
        .or(() -> refused(exit, text))
        .orElseGet(() -> new PatronictlAnswer.Unparsed("exit " + exit + ": " + shortened(whole)));
  }

  private static Optional<PatronictlAnswer> switched(String text) {
    Matcher found = FALLING_BACK.matcher(text);
    if (found.find()) {
      return Optional.of(new PatronictlAnswer.StatusUnknown());
    }
    found = INSTEAD.matcher(text);
    if (found.find()) {
      return Optional.of(new PatronictlAnswer.SwitchedOverInstead(found.group(1), found.group(2)));
    }
    found = SWITCHED.matcher(text);
    if (found.find()) {
      return Optional.of(new PatronictlAnswer.SwitchedOver(found.group(1)));
    }
    return SCHEDULED.matcher(text).find()
        ? Optional.of(new PatronictlAnswer.Scheduled())
        : Optional.empty();
  }

  private static Optional<PatronictlAnswer> flushed(String text) {
    if (FLUSHED.matcher(text).find()) {
      return Optional.of(new PatronictlAnswer.Flushed());
    }
    return NOTHING.matcher(text).find()
        ? Optional.of(new PatronictlAnswer.NothingToFlush())
        : Optional.empty();
  }

  private static Optional<PatronictlAnswer> refused(int exit, String text) {
    Matcher found = REFUSED.matcher(text);
    if (!found.find()) {
      found = FAILED.matcher(text);
      if (!found.find()) {
        return exit == 0 ? Optional.empty() : error(text);
      }
    }
    String reason = shortened(found.group(2).strip());
    return Optional.of(
        reason.contains("status unknown")
            ? new PatronictlAnswer.StatusUnknown()
            : new PatronictlAnswer.Failed(Integer.parseInt(found.group(1)), reason));
  }

  private static Optional<PatronictlAnswer> error(String text) {
    Matcher found = ERROR.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    String sentence = found.group(1) == null ? found.group(2) : found.group(1);
    return Optional.of(new PatronictlAnswer.Failed(0, shortened(sentence)));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
