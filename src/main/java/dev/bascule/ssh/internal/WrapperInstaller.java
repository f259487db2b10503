package dev.bascule.ssh.internal;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the job wrapper of this console's version in the owner's home. */
final class WrapperInstaller {
  private static final ExecLimits LIMITS = new ExecLimits(Duration.ofSeconds(20), 64 * 1024);

  /**
   * A constant; the wrapper's text comes on standard input. It takes its place at once and whole,
   * so that nobody ever runs half of it; what runs goes on with the old one.
   */
  private static final String INSTALL =
      """
      cd -- "$1" && umask 077 && mkdir -p -- "$2" && part=$(mktemp "$2/.bascule-job.XXXXXX") \
      && cat >"$part" && chmod 700 "$part" && mv -f -- "$part" "$2/bascule-job" \
      || { code=$?; rm -f -- "$part"; exit "$code"; }
      """;

  private final Ssh ssh;
  private final JobWrapper wrapper = JobWrapper.load();
  private final Map<Home, String> homes = new ConcurrentHashMap<>();

  WrapperInstaller(Ssh ssh) {
    this.ssh = ssh;
  }

  private record Home(Endpoint endpoint, String owner) {}

  /** Where the wrapper is, or will be. */
  String path(SshTarget target) throws SshFailure {
    return home(target) + "/" + JobWrapper.DIRECTORY + "/" + JobWrapper.NAME;
  }

  /**
   * Compares the wrapper on the host with the console's own, and puts that one there if it differs.
   *
   * @return its path
   */
  String install(SshTarget target) throws SshFailure {
    var path = path(target);
    var there = ssh.exec(target, Argv.of("sha256sum", "--", path), LIMITS);
    if (there.ok() && there.stdout().startsWith(wrapper.digest())) {
      return path;
    }
    var put =
        ssh.exec(
            target,
            Argv.of("sh", "-c", INSTALL, "sh", home(target), JobWrapper.DIRECTORY),
            wrapper.script(),
            LIMITS);
    if (!put.ok()) {
      throw failure(target, "could not be installed", put);
    }
    var tried = ssh.exec(target, Argv.of(path, "version"), LIMITS);
    if (!tried.ok()) {
      throw failure(target, "can't be run (it needs python3)", tried);
    }
    return path;
  }

  private String home(SshTarget target) throws SshFailure {
    var key = new Home(Endpoint.of(target), target.runsAs());
    var known = homes.get(key);
    if (known != null) {
      return known;
    }
    var answer = ssh.exec(target, Argv.of("sh", "-c", "cd && pwd -P"), LIMITS);
    var home = answer.stdout().strip();
    if (!answer.ok() || !home.startsWith("/") || home.chars().anyMatch(Character::isISOControl)) {
      throw failure(target, "has no home to lie in", answer);
    }
    homes.put(key, home);
    return home;
  }

  private static SshFailure failure(SshTarget target, String what, ExecResult result) {
    return new SshFailure(
        SshTrouble.OTHER,
        true,
        target + ": the job wrapper " + what + ": " + JobAnswers.said(result),
        null);
  }
}
