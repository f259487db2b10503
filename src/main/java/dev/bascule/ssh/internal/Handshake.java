package dev.bascule.ssh.internal;

import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;

/** Connects, compares the host's key with the confirmed ones, and logs in. */
final class Handshake {
  private static final int CONNECT_MILLIS = 5000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int WAIT_SECONDS = 30;

  /** A host that says nothing for three times five seconds is taken for lost. */
  private static final int ALIVE_SECONDS = 5;

  private static final int ALIVE_MISSES = 3;

  /** sshd drops connections at random beyond 10 that have not logged in. */
  private static final Semaphore AT_ONCE = new Semaphore(4, true);

  /** A host has a key of each family; which one it shows depends on what it is asked for. */
  private static final List<String> FAMILIES = List.of("ssh-ed25519", "ecdsa-", "rsa-");

  private final Ed25519ConsoleKey key;

  Handshake(Ed25519ConsoleKey key) {
    this.key = key;
  }

  /** A connection that is logged in; whatever fails here, nothing was sent. */
  Link open(SshTarget target) throws SshFailure, InterruptedException {
    if (target.fingerprints().isEmpty()) {
      throw unknown(target);
    }
    KeyPair pair = pair(target);
    SshFailure refused = null;
    for (String family : FAMILIES) {
      var keys = new PinnedHostKeys(target.fingerprints());
      try {
        return limited(target, () -> logIn(target, pair, keys, family));
      } catch (IOException e) {
        var failure = SshTroubles.connecting(target, keys, e);
        if (keys.presented() == null && refused != null) {
          continue; // it has no key of this family
        }
        if (keys.presented() == null && SshTroubles.noAgreement(e)) {
          continue;
        }
        if (failure.trouble() != SshTrouble.HOST_KEY_CHANGED) {
          throw failure;
        }
        // the first one is what people see; the confirmed key may be of another family
        refused = refused == null ? failure : refused;
      }
    }
    throw refused != null
        ? refused
        : new SshFailure(SshTrouble.OTHER, true, target + ": no common kind of host key", null);
  }

  /** The key that a host shows first. */
  HostKey scan(SshTarget target) throws SshFailure, InterruptedException {
    for (String family : FAMILIES) {
      var keys = new PinnedHostKeys(List.of());
      try {
        limited(
            target,
            () -> {
              try (var client = client(keys, family)) {
                client.connect(target.host(), target.port());
              }
              return "";
            });
      } catch (IOException e) {
        var shown = keys.shown();
        if (shown != null) {
          return shown;
        }
        if (!SshTroubles.noAgreement(e)) {
          throw SshTroubles.connecting(target, keys, e);
        }
      }
    }
    throw new SshFailure(SshTrouble.OTHER, true, target + " presented no key", null);
  }

  private interface Attempt<T> {
    T make() throws IOException;
  }

  private static <T> T limited(SshTarget target, Attempt<T> attempt)
      throws IOException, SshFailure, InterruptedException {
    if (!AT_ONCE.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new SshFailure(
          SshTrouble.TIMED_OUT, true, target + ": too many hosts are being connected to", null);
    }
    try {
      return attempt.make();
    } finally {
      AT_ONCE.release();
    }
  }

  private static Link logIn(SshTarget target, KeyPair pair, PinnedHostKeys keys, String family)
      throws IOException {
    var client = client(keys, family);
    try {
      client.connect(target.host(), target.port());
      client.authPublickey(target.account(), client.loadKeys(pair));
      var shown = keys.presented();
      if (shown == null) {
        throw new IOException("the host's key was not checked");
      }
      return new Link(client, shown);
    } catch (IOException | RuntimeException e) {
      Link.close(client);
      throw e;
    }
  }

  private static SSHClient client(PinnedHostKeys keys, String family) {
    var config = new DefaultConfig();
    // the default heartbeat sends without expecting an answer: it can't see a dead peer
    config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
    // the console's own key is of the first family, and signs by one of these too
    config.setKeyAlgorithms(
        Stream.of(family, FAMILIES.getFirst())
            .distinct()
            .flatMap(it -> config.getKeyAlgorithms().stream().filter(key -> of(it, key.getName())))
            .toList());
    var client = new SSHClient(config);
    client.setConnectTimeout(CONNECT_MILLIS);
    client.setTimeout(ANSWER_MILLIS);
    client.getTransport().setTimeoutMs(ANSWER_MILLIS);
    client.getConnection().setTimeoutMs(ANSWER_MILLIS);
    client.addHostKeyVerifier(keys);
    var alive = client.getConnection().getKeepAlive();
    alive.setKeepAliveInterval(ALIVE_SECONDS);
    if (alive instanceof KeepAliveRunner runner) {
      runner.setMaxAliveCount(ALIVE_MISSES);
    }
    return client;
  }

  private static boolean of(String family, String algorithm) {
    return algorithm.startsWith(family) && !algorithm.contains("-cert-");
  }

  private KeyPair pair(SshTarget target) throws SshFailure {
    try {
      return key.pair();
    } catch (RuntimeException e) {
      throw new SshFailure(
          SshTrouble.NO_KEY, true, target + ": the console's own key can't be used", e);
    }
  }

  private SshFailure unknown(SshTarget target) throws InterruptedException {
    try {
      var shown = scan(target);
      return new SshFailure(
          SshTrouble.HOST_KEY_UNKNOWN,
          true,
          target + ": nobody has confirmed its key",
          null,
          shown.fingerprint());
    } catch (SshFailure e) {
      return e;
    }
  }
}
