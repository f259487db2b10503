package dev.bascule.ssh.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/** The one connection to a target, opened when it is needed and again after it was lost. */
final class HostConnection {
  private static final int CONNECT_MILLIS = 5000;
  private static final int ANSWER_MILLIS = 10_000;

  /** sshd's MaxSessions is 10. */
  private static final int CHANNELS = 8;

  /** sshd drops connections at random beyond 10 that have not logged in. */
  private static final Semaphore HANDSHAKES = new Semaphore(4, true);

  private final SshTarget target;
  private final Ed25519ConsoleKey key;
  private final Semaphore channels = new Semaphore(CHANNELS, true);
  private final ReentrantLock opening = new ReentrantLock();

  @GuardedBy("opening")
  private @Nullable SSHClient client;

  HostConnection(SshTarget target, Ed25519ConsoleKey key) {
    this.target = target;
    this.key = key;
  }

  /** Work on a channel of its own. */
  interface Work<T> {
    T on(Session session) throws IOException, SshFailure, InterruptedException;
  }

  <T> T withSession(Work<T> work) throws SshFailure, InterruptedException {
    if (!channels.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new SshFailure(SshTrouble.TIMED_OUT, true, target + ": too many commands wait", null);
    }
    try (var session = session()) {
      return work.on(session);
    } catch (IOException e) {
      close();
      throw new SshFailure(SshTrouble.CUT, false, target + ": the connection was cut", e);
    } finally {
      channels.release();
    }
  }

  /** A channel on the open connection; if that turns out to be dead, on a new one. */
  private Session session() throws SshFailure, InterruptedException {
    try {
      return connected().startSession();
    } catch (IOException first) {
      close();
      try {
        return connected().startSession();
      } catch (IOException e) {
        close();
        throw new SshFailure(SshTrouble.CUT, true, target + ": no channel could be opened", e);
      }
    }
  }

  private SSHClient connected() throws SshFailure, InterruptedException {
    opening.lockInterruptibly();
    try {
      var open = client;
      if (open == null || !open.isConnected() || !open.isAuthenticated()) {
        open = open();
        client = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  private SSHClient open() throws SshFailure, InterruptedException {
    HANDSHAKES.acquire();
    var keys = new PinnedHostKeys(target.fingerprints());
    var fresh = new SSHClient(config());
    try {
      fresh.setConnectTimeout(CONNECT_MILLIS);
      fresh.setTimeout(ANSWER_MILLIS);
      fresh.addHostKeyVerifier(keys);
      fresh.getConnection().getKeepAlive().setKeepAliveInterval(5);
      fresh.connect(target.host(), target.port());
      fresh.authPublickey(target.account(), fresh.loadKeys(key.pair()));
      return fresh;
    } catch (IOException e) {
      quietly(fresh);
      throw SshTroubles.connecting(target, keys, e);
    } finally {
      HANDSHAKES.release();
    }
  }

  static DefaultConfig config() {
    var config = new DefaultConfig();
    // the default heartbeat sends without expecting an answer: it can't see a dead peer
    config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
    return config;
  }

  void close() {
    opening.lock();
    try {
      var open = client;
      client = null;
      if (open != null) {
        quietly(open);
      }
    } finally {
      opening.unlock();
    }
  }

  private static void quietly(SSHClient client) {
    try {
      client.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}
