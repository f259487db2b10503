package dev.bascule.pglift.internal;

import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Psql;
import dev.bascule.pglift.ServerFacts;
import dev.bascule.pglift.Sessions;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.TerminalText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks through psql, in read-only transactions that end themselves after 5 s. */
@Component
final class SshPsql implements Psql {
  /** psql's exit status when it could not connect. */
  private static final int NO_CONNECTION = 2;

  private static final Map<String, String> CAREFUL =
      Map.of(
          "PGAPPNAME",
          "bascule",
          "PGCONNECT_TIMEOUT",
          "5",
          "PGOPTIONS",
          "-c statement_timeout=5s -c lock_timeout=2s -c default_transaction_read_only=on");

  /** Nobody listens on the socket or the port: then nobody takes writes either. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:connection to server .* failed|could not connect to server): (?:No such file or directory|Connection refused)"
              + "|the database system is (?:starting up|shutting down|not yet accepting connections)");

  private final Ssh ssh;

  SshPsql(Ssh ssh) {
    this.ssh = ssh;
  }

  @Override
  public Sessions sessions(SshTarget target, InstanceEnv instance) throws SshFailure {
    return answer(target, ask(target, instance, Questions.SESSIONS), Words::sessions);
  }

  @Override
  public ServerFacts facts(SshTarget target, InstanceEnv instance) throws SshFailure {
    return answer(target, ask(target, instance, Questions.FACTS), Words::facts);
  }

  @Override
  public Instant configurationLoadedAt(SshTarget target, InstanceEnv instance) throws SshFailure {
    return answer(target, ask(target, instance, Questions.LOADED), Words::loadedAt);
  }

  @Override
  public boolean writable(SshTarget target, InstanceEnv instance) throws SshFailure {
    var result = ask(target, instance, Questions.RECOVERY);
    if (result.exit() == NO_CONNECTION && NOBODY.matcher(result.stderr()).find()) {
      return false;
    }
    return !answer(target, result, Words::facts).inRecovery();
  }

  private ExecResult ask(SshTarget target, InstanceEnv instance, String question)
      throws SshFailure {
    var words = new ArrayList<String>();
    words.add("env");
    instance.withoutSecrets().forEach((name, value) -> words.add(name + "=" + value));
    CAREFUL.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(
        List.of("psql", "-X", "-w", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", "postgres"));
    words.addAll(List.of("-c", question));
    var password = instance.password();
    if (password.isEmpty()) {
      return ssh.exec(target, new Argv(words), ExecLimits.SHORT);
    }
    // a constant text: the password comes on standard input and is in nobody's arguments
    var reading =
        List.of(
            "sh",
            "-c",
            "IFS= read -r PGPASSWORD && export PGPASSWORD && exec \"$@\"",
            "bascule-psql");
    return ssh.exec(
        target,
        new Argv(words).after(reading),
        (password.get() + "\n").getBytes(StandardCharsets.UTF_8),
        ExecLimits.SHORT);
  }

  private static <T> T answer(
      SshTarget target, ExecResult result, Function<String, Optional<T>> read) throws SshFailure {
    return Optional.of(result)
        .filter(it -> it.ok() && !it.truncated())
        .flatMap(it -> read.apply(it.stdout()))
        .orElseThrow(
            () ->
                new SshFailure(
                    SshTrouble.OTHER, false, target + ": psql: " + said(result.stderr()), null));
  }

  static String said(String text) {
    String plain = TerminalText.plain(text).strip();
    return plain.length() <= 500 ? plain : plain.substring(0, 500) + "…";
  }
}
