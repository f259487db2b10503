package dev.bascule.ssh.internal;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.springframework.stereotype.Component;

/** Commands through sshj. */
@Component
final class SshjSsh implements Ssh {
  private static final byte[] NOTHING = new byte[0];
  private static final List<String> QUIET =
      List.of("env", "COLUMNS=200", "NO_COLOR=1", "TERM=dumb", "LC_ALL=C.UTF-8");

  private final Ed25519ConsoleKey key;
  private final Map<SshTarget, HostConnection> connections = new ConcurrentHashMap<>();
  private final Map<SshTarget, String> owners = new ConcurrentHashMap<>();

  SshjSsh(Ed25519ConsoleKey key) {
    this.key = key;
  }

  @Override
  public ExecResult exec(SshTarget target, Argv command, ExecLimits limits) throws SshFailure {
    return exec(target, command, NOTHING, limits);
  }

  @Override
  public ExecResult exec(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure {
    var owner = target.owner();
    var result =
        owner == null
            ? plain(target, command.after(QUIET), input, limits)
            : plain(target, command.after(QUIET).after(becoming(target, owner)), input, limits);
    if (owner != null && result.exit() == 1 && result.stderr().startsWith("sudo: ")) {
      throw new SshFailure(
          SshTrouble.SUDO_REFUSED, true, target + " may not become " + owner + " by sudo -n", null);
    }
    return result;
  }

  /** sudo leaves the owner's own service manager unreachable unless told where it is. */
  private List<String> becoming(SshTarget target, String owner) throws SshFailure {
    var uid = owners.get(target);
    if (uid == null) {
      var answer = plain(target, Argv.of("id", "-u", "--", owner), NOTHING, ExecLimits.SHORT);
      uid = answer.stdout().strip();
      if (!answer.ok() || !uid.matches("[0-9]{1,10}")) {
        throw new SshFailure(
            SshTrouble.SUDO_REFUSED, true, target + ": there is no account " + owner, null);
      }
      owners.put(target, uid);
    }
    return List.of(
        "sudo", "-n", "-H", "-u", owner, "--", "env", "XDG_RUNTIME_DIR=/run/user/" + uid);
  }

  private ExecResult plain(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure {
    var connection = connections.computeIfAbsent(target, where -> new HostConnection(where, key));
    try {
      return connection.withSession(session -> run(target, session, command, input, limits));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SshFailure(SshTrouble.OTHER, false, target + ": interrupted", e);
    }
  }

  private static ExecResult run(
      SshTarget target, Session session, Argv command, byte[] input, ExecLimits limits)
      throws IOException, SshFailure, InterruptedException {
    var started = System.nanoTime();
    var running = session.exec(command.shell());
    var readLimit = (long) limits.keptBytes() * ExecLimits.READ_FACTOR;
    var out = new Kept(limits.keptBytes(), readLimit);
    var err = new Kept(limits.keptBytes(), readLimit);
    var readers =
        List.of(out.reading(running.getInputStream()), err.reading(running.getErrorStream()));
    var writer = Thread.ofVirtual().start(() -> write(running, input));
    var deadline = started + limits.timeout().toNanos();
    while (!over(running, deadline)) {
      if (out.tooMuch() || err.tooMuch()) {
        return new ExecResult(-1, out.text(), err.text(), true, since(started));
      }
      if (System.nanoTime() >= deadline) {
        throw new SshFailure(
            SshTrouble.TIMED_OUT,
            false,
            target
                + ": no answer within "
                + limits.timeout().toSeconds()
                + " s from "
                + command.words().getFirst(),
            null);
      }
    }
    writer.join();
    for (var reader : readers) {
      reader.join();
    }
    var exit = running.getExitStatus();
    if (exit == null && running.getExitSignal() == null) {
      throw new SshFailure(SshTrouble.CUT, false, target + ": the answer was cut off", null);
    }
    return new ExecResult(
        exit == null ? -1 : exit,
        out.text(),
        err.text(),
        out.truncated() || err.truncated(),
        since(started));
  }

  private static boolean over(Session.Command running, long deadline) throws ConnectionException {
    var turn = Math.min(100_000_000L, Math.max(1_000_000L, deadline - System.nanoTime()));
    try {
      running.join(turn, TimeUnit.NANOSECONDS);
      return true;
    } catch (ConnectionException e) {
      if (running.isOpen() && e.getCause() instanceof java.util.concurrent.TimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private static void write(Session.Command running, byte[] input) {
    try (var stream = running.getOutputStream()) {
      stream.write(input);
    } catch (IOException e) {
      // the program closed its input: its exit status says more
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  @Override
  public HostKey scan(String host, int port) throws SshFailure {
    var target = new SshTarget(host, port, "nobody", null, List.of());
    var keys = new PinnedHostKeys(List.of());
    try (var client = new SSHClient(HostConnection.config())) {
      client.setConnectTimeout(5000);
      client.setTimeout(5000);
      client.addHostKeyVerifier(keys);
      client.connect(host, port);
    } catch (IOException e) {
      var presented = keys.presented();
      var type = keys.presentedType();
      if (presented != null && type != null) {
        return new HostKey(type, presented);
      }
      throw SshTroubles.connecting(target, keys, e);
    }
    throw new SshFailure(SshTrouble.OTHER, true, target + " presented no key", null);
  }

  @Override
  public void forget(SshTarget target) {
    owners.remove(target);
    var connection = connections.remove(target);
    if (connection != null) {
      connection.close();
    }
  }

  @PreDestroy
  void closeAll() {
    connections.values().forEach(HostConnection::close);
  }
}
