package dev.bascule.pglift.internal;

import dev.bascule.pglift.DataSpace;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks {@code df} and {@code du}, which read and change nothing. */
@Component
final class SshDataSpace implements DataSpace {
  /** The one line of {@code df -P -k} below its heading: file system, blocks, used, available. */
  private static final Pattern DF = Pattern.compile("(?m)^\\S.*?\\s\\d+\\s+-?\\d+\\s+(\\d+)\\s");

  private static final Pattern DU = Pattern.compile("(?m)^(\\d+)\\s");
  private static final long KIBIBYTE = 1024;
  private final Ssh ssh;

  SshDataSpace(Ssh ssh) {
    this.ssh = ssh;
  }

  @Override
  public Room room(SshTarget target, InstanceEnv instance) throws SshFailure {
    String directory =
        instance
            .dataDirectory()
            .orElseThrow(() -> failure(target, "the instance names no data directory"));
    ExecResult free =
        ssh.exec(target, Argv.of("df", "-P", "-k", "--", directory), ExecLimits.SHORT);
    // files may vanish while they are counted: what was counted is printed all the same
    ExecResult used = ssh.exec(target, Argv.of("du", "-s", "-k", "--", directory), ExecLimits.LONG);
    return new Room(
        used(used.stdout()).orElseThrow(() -> failure(target, used.stderr())) * KIBIBYTE,
        free(free.stdout()).orElseThrow(() -> failure(target, free.stderr())) * KIBIBYTE);
  }

  static OptionalLong free(String df) {
    return first(DF, df);
  }

  static OptionalLong used(String du) {
    return first(DU, du);
  }

  private static OptionalLong first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find() || found.group(1).length() > 15) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(found.group(1)));
  }

  private static SshFailure failure(SshTarget target, String said) {
    return new SshFailure(
        SshTrouble.OTHER, false, target + ": df, du: " + SshPsql.said(said), null);
  }
}
