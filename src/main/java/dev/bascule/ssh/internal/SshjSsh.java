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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Commands through sshj. */
@Component
final class SshjSsh implements Ssh {
  private static final byte[] NOTHING = new byte[0];
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final List<String> QUIET =
      List.of("env", "COLUMNS=200", "NO_COLOR=1", "TERM=dumb", "LC_ALL=C.UTF-8");

  private final Handshake handshake;
  private final Map<Endpoint, HostConnection> connections = new ConcurrentHashMap<>();
  private final Map<Owner, String> owners = new ConcurrentHashMap<>();
  private final AtomicLong sweptAt = new AtomicLong(System.nanoTime());

  SshjSsh(Ed25519ConsoleKey key) {
    this.handshake = new Handshake(key);
  }

  private record Owner(Endpoint endpoint, String name) {}

  @Override
  public ExecResult exec(SshTarget target, Argv command, ExecLimits limits) throws SshFailure {
    return exec(target, command, NOTHING, limits);
  }

  @Override
  public ExecResult exec(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure {
    var quiet = command.after(QUIET);
    var owner = target.owner();
    if (owner == null || owner.equals(target.account())) {
      return plain(target, quiet, input, limits);
    }
    var becoming = Sudo.becoming(owner, uid(target, owner));
    var result = plain(target, quiet.after(becoming), input, limits);
    if (Sudo.refused(result)) {
      throw new SshFailure(
          SshTrouble.SUDO_REFUSED, true, target + " may not become " + owner + " by sudo -n", null);
    }
    return result;
  }

  private String uid(SshTarget target, String owner) throws SshFailure {
    var who = new Owner(Endpoint.of(target), owner);
    var known = owners.get(who);
    if (known != null) {
      return known;
    }
    var answer = plain(target, Argv.of("id", "-u", "--", owner), NOTHING, ExecLimits.SHORT);
    var uid = answer.stdout().strip();
    if (!answer.ok() || !uid.matches("[0-9]{1,10}")) {
      throw new SshFailure(
          SshTrouble.SUDO_REFUSED, true, target + ": there is no account " + owner, null);
    }
    owners.put(who, uid);
    return uid;
  }

  private ExecResult plain(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure {
    sweep();
    try {
      var slot = connection(target).slot(target);
      try {
        return new RunningCommand(target, command, limits).run(slot.session(), input);
      } finally {
        slot.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SshFailure(SshTrouble.OTHER, false, target + ": interrupted", e);
    }
  }

  private HostConnection connection(SshTarget target) {
    return connections.computeIfAbsent(Endpoint.of(target), _ -> new HostConnection(handshake));
  }

  /** Once a minute at most: whom nobody has asked for long is hung up on. */
  private void sweep() {
    long last = sweptAt.get();
    if (System.nanoTime() - last > Duration.ofMinutes(1).toNanos()
        && sweptAt.compareAndSet(last, System.nanoTime())) {
      connections.values().stream().filter(it -> it.idle(IDLE)).forEach(HostConnection::close);
    }
  }

  @Override
  public HostKey scan(String host, int port) throws SshFailure {
    var target = new SshTarget(host, port, "nobody", null, List.of());
    try {
      return handshake.scan(target);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SshFailure(SshTrouble.OTHER, true, target + ": interrupted", e);
    }
  }

  @Override
  public void forget(SshTarget target) {
    var endpoint = Endpoint.of(target);
    owners.keySet().removeIf(owner -> owner.endpoint().equals(endpoint));
    var connection = connections.get(endpoint);
    if (connection != null) {
      connection.close();
    }
  }

  @PreDestroy
  void closeAll() {
    connections.values().forEach(HostConnection::close);
  }
}
