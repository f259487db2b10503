package dev.bascule.pglift.internal;

import dev.bascule.pglift.KeptConfigurations;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists the directory of Patroni's configurations, and reads no file. */
@Component
final class SshKeptConfigurations implements KeptConfigurations {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Ssh ssh;

  SshKeptConfigurations(Ssh ssh) {
    this.ssh = ssh;
  }

  @Override
  public List<String> of(SshTarget target, String settings, String cluster, String member)
      throws SshFailure {
    String directory =
        directory(settings)
            .orElseThrow(() -> failure(target, "pglift's settings name no directory"));
    ExecResult listed = ssh.exec(target, Argv.of("ls", "-1", "--", directory), ExecLimits.SHORT);
    if (!listed.ok() || listed.truncated()) {
      throw failure(target, listed.stderr());
    }
    return files(directory, listed.stdout(), cluster, member);
  }

  /** Where Patroni's configurations are, if the settings say so as an absolute path. */
  static Optional<String> directory(String settings) {
    try {
      String path = JSON.readTree(settings).path("patroni").path("configpath").asString("");
      int slash = path.lastIndexOf('/');
      return path.startsWith("/") && slash > 0 && !path.substring(0, slash).contains("{")
          ? Optional.of(path.substring(0, slash))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** {@code CLUSTER-MEMBER-SECONDS.yaml}, by the seconds. */
  static List<String> files(String directory, String listing, String cluster, String member) {
    Pattern name =
        Pattern.compile(
            Pattern.quote(cluster + "-" + member) + "-([0-9]{1,12}(?:\\.[0-9]{1,12})?)\\.yaml");
    return listing
        .lines()
        .map(String::strip)
        .filter(line -> name.matcher(line).matches())
        .sorted(Comparator.comparing(line -> seconds(name, line)))
        .map(line -> directory + "/" + line)
        .toList();
  }

  private static BigDecimal seconds(Pattern name, String line) {
    Matcher found = name.matcher(line);
    return found.matches() ? new BigDecimal(found.group(1)) : BigDecimal.ZERO;
  }

  private static SshFailure failure(SshTarget target, String said) {
    return new SshFailure(SshTrouble.OTHER, false, target + ": ls: " + SshPsql.said(said), null);
  }
}
