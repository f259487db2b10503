package dev.bascule.pglift;

import dev.bascule.ssh.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What patronictl 4.1 said of what it did to members one by one, or to the cluster: pause, resume,
 * reload, restart, reinit and flush of restarts. It says 0 on many failures, so its words are read;
 * and what it says is only ever set beside what the cluster shows.
 *
 * @param done how many members, or clusters, it says it was done to
 * @param failed its reasons, one for each that it says it was not done to; untrusted
 */
public record MembersAnswer(int done, List<String> failed) {
  private static final Pattern ROWS = Pattern.compile("(?m)^ *[|+].*$");
  private static final Pattern DONE =
      Pattern.compile(
          "(?m)^(?:Success: (?:restart|reinitialize|flush scheduled restart|scheduled restart"
              + " deleted)\\b.*|Success: cluster management is (?:paused|resumed)|Reload request"
              + " received for member .*|No scheduled restart for member .*)$");
  private static final Pattern FAILED = Pattern.compile("(?m)^(?:Failed|Error): (.{1,500}).*$");
  private static final Pattern ABORTED = Pattern.compile("(?m)(?:^|: )(Aborted!)$");
  private static final int MOST = 100;

  /** Copies. */
  public MembersAnswer {
    failed = List.copyOf(failed);
  }

  /**
   * Reads the output.
   *
   * @return null when it is nothing that this console understands
   */
  public static @Nullable MembersAnswer read(int exit, String stdout, String stderr) {
    String text = ROWS.matcher(TerminalText.plain(stdout + "\n" + stderr)).replaceAll("");
    int done = 0;
    for (Matcher found = DONE.matcher(text); found.find(); ) {
      done++;
    }
    var failed = new ArrayList<String>();
    for (Matcher found = FAILED.matcher(text); found.find() && failed.size() < MOST; ) {
      failed.add(found.group(1).strip());
    }
    Matcher aborted = ABORTED.matcher(text);
    if (exit != 0 && failed.isEmpty() && aborted.find()) {
      failed.add(aborted.group(1));
    }
    return done == 0 && failed.isEmpty() ? null : new MembersAnswer(done, failed);
  }
}
