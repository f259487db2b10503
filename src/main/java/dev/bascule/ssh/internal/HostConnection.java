package dev.bascule.ssh.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to an account on a host: opened when it is needed, once for all who wait, and
 * again after it was lost. A host that could not be reached is left alone for a moment.
 */
final class HostConnection {
  private static final int CHANNEL_WAIT_SECONDS = 20;
  private static final int OPEN_WAIT_SECONDS = 75;
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  /** Hosts lock out who tries a key that they don't accept too often. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** sshd's MaxSessions is 10. */
  private static final int CHANNELS = 8;

  private static final int CHANNEL_TRIES = 10;
  private static final int CHANNEL_PAUSE_MILLIS = 100;

  private final Handshake handshake;
  private final Semaphore channels = new Semaphore(CHANNELS, true);

  @GuardedBy("this")
  private @Nullable CompletableFuture<Link> current;

  @GuardedBy("this")
  private @Nullable Pause pause;

  private volatile long usedAt = System.nanoTime();

  HostConnection(Handshake handshake) {
    this.handshake = handshake;
  }

  /** Until when nothing is tried, because of what, with which confirmed keys. */
  private record Pause(SshFailure cause, List<String> fingerprints, Duration length, long until) {}

  /** A channel of its own for one command; {@link Slot#close} gives it back. */
  Slot slot(SshTarget target) throws SshFailure, InterruptedException {
    usedAt = System.nanoTime();
    if (!channels.tryAcquire(CHANNEL_WAIT_SECONDS, TimeUnit.SECONDS)) {
      throw new SshFailure(SshTrouble.TIMED_OUT, true, target + ": too many commands wait", null);
    }
    boolean done = false;
    try {
      var slot = new Slot(session(target));
      done = true;
      return slot;
    } finally {
      if (!done) {
        channels.release();
      }
    }
  }

  /** A channel, and the right to have it. */
  final class Slot {
    private final Session session;

    private Slot(Session session) {
      this.session = session;
    }

    Session session() {
      return session;
    }

    /** In the background: a host that is silent doesn't confirm that a channel is closed. */
    void close() {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  session.close();
                } catch (IOException e) {
                  // the connection is gone, and the channel with it
                } finally {
                  usedAt = System.nanoTime();
                  channels.release();
                }
              });
    }
  }

  /** A channel on the open connection; if that turns out to be dead, on a new one. */
  private Session session(SshTarget target) throws SshFailure, InterruptedException {
    int dead = 0;
    for (int tries = 1; ; tries++) {
      var link = link(target);
      try {
        return link.client().startSession();
      } catch (OpenFailException e) {
        // sshd counts a channel that was closed just now until it has seen to all that came with it
        if (tries == CHANNEL_TRIES) {
          throw new SshFailure(SshTrouble.OTHER, true, target + ": the host gives no channel", e);
        }
        TimeUnit.MILLISECONDS.sleep(CHANNEL_PAUSE_MILLIS);
      } catch (IOException | IllegalStateException e) {
        // sshj says the latter of a connection that was cut since
        drop(link);
        if (++dead == 2) {
          throw new SshFailure(SshTrouble.CUT, true, target + ": no channel could be opened", e);
        }
      }
    }
  }

  private Link link(SshTarget target) throws SshFailure, InterruptedException {
    CompletableFuture<Link> mine = null;
    CompletableFuture<Link> wait;
    synchronized (this) {
      var known = current;
      var link = opened(known);
      if (link != null && link.alive() && target.fingerprints().contains(link.fingerprint())) {
        return link;
      }
      if (known == null || known.isDone()) {
        if (link != null) {
          link.close();
        }
        rest(target);
        mine = new CompletableFuture<>();
        current = mine;
      }
      wait = mine == null ? java.util.Objects.requireNonNull(known) : mine;
    }
    if (mine != null) {
      open(target, mine);
    }
    return awaited(target, wait);
  }

  private void open(SshTarget target, CompletableFuture<Link> mine) throws InterruptedException {
    try {
      var link = handshake.open(target);
      synchronized (this) {
        pause = null;
      }
      if (!mine.complete(link)) {
        link.close(); // forgotten meanwhile
      }
    } catch (SshFailure e) {
      paused(target, e);
      mine.completeExceptionally(e);
    } catch (InterruptedException | RuntimeException | Error e) {
      mine.completeExceptionally(
          new SshFailure(SshTrouble.OTHER, true, target + ": connecting was given up", e));
      throw e;
    }
  }

  private static Link awaited(SshTarget target, CompletableFuture<Link> opening)
      throws SshFailure, InterruptedException {
    try {
      var link = opening.get(OPEN_WAIT_SECONDS, TimeUnit.SECONDS);
      if (target.fingerprints().contains(link.fingerprint())) {
        return link;
      }
      throw new SshFailure(
          target.fingerprints().isEmpty()
              ? SshTrouble.HOST_KEY_UNKNOWN
              : SshTrouble.HOST_KEY_CHANGED,
          true,
          target + ": it shows a key that isn't confirmed",
          null,
          link.fingerprint());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SshFailure failure
          ? again(failure)
          : new SshFailure(SshTrouble.OTHER, true, target + ": connecting failed", e.getCause());
    } catch (TimeoutException e) {
      throw new SshFailure(SshTrouble.TIMED_OUT, true, target + ": connecting takes too long", e);
    }
  }

  /** Refuses while the pause lasts, unless other keys were confirmed since. */
  @GuardedBy("this")
  private void rest(SshTarget target) throws SshFailure {
    var resting = pause;
    if (resting != null
        && resting.fingerprints().equals(target.fingerprints())
        && System.nanoTime() - resting.until() < 0) {
      throw again(resting.cause());
    }
  }

  private synchronized void paused(SshTarget target, SshFailure cause) {
    var before = pause;
    var length = SHORT_PAUSE;
    if (cause.trouble() == SshTrouble.NOT_AUTHENTICATED && before != null) {
      length = before.length().multipliedBy(2);
      length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
    }
    pause = new Pause(cause, target.fingerprints(), length, System.nanoTime() + length.toNanos());
  }

  private static SshFailure again(SshFailure failure) {
    return new SshFailure(
        failure.trouble(),
        failure.nothingSent(),
        String.valueOf(failure.getMessage()),
        failure,
        failure.presented());
  }

  private synchronized void drop(Link link) {
    if (link.equals(opened(current))) {
      current = null;
    }
    link.close();
  }

  private static @Nullable Link opened(@Nullable CompletableFuture<Link> opening) {
    return opening == null || !opening.isDone() || opening.isCompletedExceptionally()
        ? null
        : opening.getNow(null);
  }

  /** Whether nobody has used it for this long. */
  boolean idle(Duration since) {
    return channels.availablePermits() == CHANNELS && System.nanoTime() - usedAt > since.toNanos();
  }

  /** Closes the connection, if there is one, and forgets what went wrong. */
  synchronized void close() {
    pause = null;
    var open = current;
    current = null;
    if (open != null
        && !open.completeExceptionally(
            new SshFailure(SshTrouble.CUT, true, "the connection was closed", null))) {
      var link = opened(open);
      if (link != null) {
        link.close();
      }
    }
  }
}
