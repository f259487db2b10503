package dev.bascule.ssh.internal;

import dev.bascule.ssh.ExecResult;
import java.util.List;
import java.util.regex.Pattern;

/** Becoming the instances' owner without a password, and what sudo says when it may not be. */
final class Sudo {
  /** Only what sudo says instead of running the command; it also warns and runs it all the same. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?m)^(?:sudo: (?:a password is required|a terminal is required|no tty present"
              + "|sorry, you must have a tty|unknown user|account validation failure"
              + "|.*no new privileges|.*must be owned by uid 0)"
              + "|Sorry, user .* (?:is not allowed to execute|may not run sudo)"
              + "|.* is not (?:in the sudoers file|allowed to run sudo)"
              + "|env: .sudo.: (?:No such file or directory|Permission denied))");

  private Sudo() {}

  /** In the root directory: the owner may not read the home of the account that logs in. */
  static List<String> becoming(String owner, String uid) {
    return List.of(
        "env",
        "LC_ALL=C",
        "sudo",
        "-n",
        "-H",
        "-u",
        owner,
        "--",
        "env",
        "-C",
        "/",
        // without it the owner's own service manager can't be found
        "XDG_RUNTIME_DIR=/run/user/" + uid);
  }

  /** Whether sudo refused, so that the command was not run. */
  static boolean refused(ExecResult result) {
    return (result.exit() == 1 || result.exit() == 126 || result.exit() == 127)
        && result.stdout().isEmpty()
        && REFUSED.matcher(result.stderr()).find();
  }
}
