package dev.bascule.inventory.internal;

import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostRecord;
import dev.bascule.ssh.SshFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every host with a confirmed key now and then what it is, a few at once; and reads again what
 * another console on the same database may have changed.
 */
@Component
final class HostRounds {
  private static final Logger log = LoggerFactory.getLogger(HostRounds.class);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(2);

  /** A member that is so new is waited for: its host tells of its instance once it is made. */
  private static final Duration NEW = Duration.ofMinutes(5);

  private static final Duration SOON = Duration.ofSeconds(25);
  private static final int AT_ONCE = 4;

  private final Memory memory;
  private final StoredMembers members;
  private final MemberHosts places;
  private final HostFactCollector collector;
  private final Clock clock;
  private final Map<HostId, Instant> tried = new ConcurrentHashMap<>();
  private final Set<HostId> asking = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private volatile boolean ready;

  HostRounds(
      Memory memory,
      StoredMembers members,
      MemberHosts places,
      HostFactCollector collector,
      Clock clock) {
    this.memory = memory;
    this.members = members;
    this.places = places;
    this.collector = collector;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }

  @Scheduled(fixedDelay = 15_000, initialDelay = 3_000)
  void look() {
    if (!ready) {
      return;
    }
    memory.renew();
    members.renew();
    for (var host : memory.known().hosts().values()) {
      if (isDue(host)) {
        ask(host);
      }
    }
  }

  /** A host whose key was confirmed just now is asked at once. */
  @EventListener
  void changed(HostChanged event) {
    var known = memory.known();
    known
        .host(event.id())
        .filter(host -> ready && !known.facts().containsKey(host.id()))
        .filter(host -> !tried.containsKey(host.id()) && !host.keys().isEmpty())
        .ifPresent(this::ask);
    if (known.host(event.id()).map(host -> host.keys().isEmpty()).orElse(true)) {
      tried.remove(event.id());
    }
  }

  private boolean isDue(HostRecord host) {
    if (host.keys().isEmpty()) {
      return false;
    }
    var now = clock.instant();
    HostFacts facts = memory.known().facts().get(host.id());
    boolean old = facts == null || facts.collectedAt().isBefore(now.minus(FRESH));
    var last = tried.get(host.id());
    boolean rested = last == null || last.isBefore(now.minus(old ? AGAIN : SOON));
    return rested && (old || places.untold(host, now.minus(NEW)));
  }

  private void ask(HostRecord host) {
    if (!asking.add(host.id())) {
      return;
    }
    tried.put(host.id(), clock.instant());
    Thread.ofVirtual().name("host-facts-" + host.name()).start(() -> inTurn(host));
  }

  private void inTurn(HostRecord host) {
    try {
      room.acquire();
      try {
        collector.collect(host);
      } finally {
        room.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SshFailure e) {
      log.info("{} could not be asked what it is: {}", host.name(), e.getMessage());
    } catch (RuntimeException e) {
      log.warn("what {} told could not be kept: {}", host.name(), e.toString());
    } finally {
      asking.remove(host.id());
    }
  }
}
