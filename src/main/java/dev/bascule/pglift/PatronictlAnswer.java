package dev.bascule.pglift;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What patronictl 4.1 said. It says 0 on many failures, so its words are read; and what it says is
 * only ever set beside what the cluster shows.
 */
public sealed interface PatronictlAnswer {
  /** The leader key moved. */
  record SwitchedOver(String to) implements PatronictlAnswer {}

  /** It moved to another member than asked. */
  record SwitchedOverInstead(String to, String asked) implements PatronictlAnswer {}

  /** It waits in the DCS. */
  record Scheduled() implements PatronictlAnswer {}

  /** What waited was taken away. */
  record Flushed() implements PatronictlAnswer {}

  /** Nothing waited. */
  record NothingToFlush() implements PatronictlAnswer {}

  /** Patroni refused or failed, and says so. */
  record Failed(int status, String text) implements PatronictlAnswer {}

  /** Patroni doesn't know: not a failure. */
  record StatusUnknown() implements PatronictlAnswer {}

  /** Words that this console doesn't know. */
  record Unparsed(String text) implements PatronictlAnswer {}

  /** Reads the output of a switchover or flush. */
  static PatronictlAnswer read(int exit, String stdout, String stderr) {
    return Words.read(exit, stdout + "\n" + stderr);
  }

  /** The words of {@code ctl.py} and {@code api.py}. */
  final class Words {
    private static final Pattern INSTEAD =
        Pattern.compile("[Ss]witched over to \"([^\"]{1,255})\" instead of \"([^\"]{1,255})\"");
    private static final Pattern OVER =
        Pattern.compile("Successfully (?:switched|failed) over to \"([^\"]{1,255})\"");
    private static final Pattern DETAILS =
        Pattern.compile("(?:Switchover|Failover) failed, details: (\\d{3}), (.{0,500})");
    private static final Pattern ERROR = Pattern.compile("(?m)^(?:Error|Failed): (.{1,500})$");

    private Words() {}

    static PatronictlAnswer read(int exit, String text) {
      var instead = INSTEAD.matcher(text);
      if (instead.find()) {
        return new SwitchedOverInstead(instead.group(1), instead.group(2));
      }
      var over = OVER.matcher(text);
      if (over.find()) {
        return new SwitchedOver(over.group(1));
      }
      if (text.contains("status unknown")) {
        return new StatusUnknown();
      }
      return plain(text)
          .or(() -> failed(text))
          .orElseGet(() -> new Unparsed("exit " + exit + ": " + text.strip()));
    }

    private static Optional<PatronictlAnswer> plain(String text) {
      if (text.contains("Switchover scheduled")) {
        return Optional.of(new Scheduled());
      }
      if (text.contains("No pending scheduled switchover")) {
        return Optional.of(new NothingToFlush());
      }
      if (text.contains("scheduled switchover deleted") || text.contains("Success: scheduled")) {
        return Optional.of(new Flushed());
      }
      return Optional.empty();
    }

    private static Optional<PatronictlAnswer> failed(String text) {
      var details = DETAILS.matcher(text);
      if (details.find()) {
        return Optional.of(
            new Failed(Integer.parseInt(details.group(1)), details.group(2).strip()));
      }
      var error = ERROR.matcher(text);
      return error.find() ? Optional.of(new Failed(0, error.group(1).strip())) : Optional.empty();
    }
  }
}
