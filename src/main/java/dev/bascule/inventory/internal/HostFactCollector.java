package dev.bascule.inventory.internal;

import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostInstance;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.HostTrouble;
import dev.bascule.pglift.HostProbe;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Pglift;
import dev.bascule.ssh.SshFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks hosts what they are and keeps it; of the instances' environments nothing secret. */
@Component
final class HostFactCollector {
  private static final int MOST_INSTANCES = 100;
  private static final int LONGEST_SETTINGS = 150_000;
  private static final int LONGEST_PATH = 500;

  private final Pglift pglift;
  private final FactsTable table;
  private final HostAlarms alarms;
  private final Keeper keeper;
  private final Memory memory;
  private final Clock clock;
  private final Map<HostId, HostTrouble> troubles = new ConcurrentHashMap<>();

  HostFactCollector(
      Pglift pglift,
      FactsTable table,
      HostAlarms alarms,
      Keeper keeper,
      Memory memory,
      Clock clock) {
    this.pglift = pglift;
    this.table = table;
    this.alarms = alarms;
    this.keeper = keeper;
    this.memory = memory;
    this.clock = clock;
  }

  /** Why the last try failed, if it did. */
  Optional<HostTrouble> trouble(HostId id) {
    return Optional.ofNullable(troubles.get(id));
  }

  void forget(HostId id) {
    troubles.remove(id);
  }

  HostFacts collect(HostRecord host) throws SshFailure {
    try {
      var facts = facts(pglift.probe(host.target()), clock.instant());
      if (memory.known().host(host.id()).isPresent()) {
        keeper.keep(() -> table.put(host.id(), facts));
      }
      troubles.remove(host.id());
      keeper.tell(new HostChanged(host.id()));
      return facts;
    } catch (SshFailure e) {
      alarms.failed(host.target(), e);
      troubles.put(
          host.id(),
          new HostTrouble(
              e.trouble(), Texts.cut(String.valueOf(e.getMessage()), 500), clock.instant()));
      keeper.tell(new HostChanged(host.id()));
      throw e;
    }
  }

  private static HostFacts facts(HostProbe probe, Instant at) {
    var settings = probe.settings();
    boolean fits = settings == null || settings.length() <= LONGEST_SETTINGS;
    return new HostFacts(
        at,
        Texts.cut(probe.hostName(), 300),
        cut(probe.pgliftVersion(), 60),
        fits ? cut(settings, LONGEST_SETTINGS) : null,
        probe.instances().stream()
            .limit(MOST_INSTANCES)
            .map(instance -> instance(instance, probe.environments().get(instance.name())))
            .toList(),
        fits ? cut(probe.trouble(), 2000) : "pglift's site settings are too large to be kept");
  }

  private static HostInstance instance(Instance instance, @Nullable InstanceEnv environment) {
    return new HostInstance(
        instance.name(),
        instance.port(),
        Texts.cut(instance.dataDirectory(), LONGEST_PATH),
        instance.running(),
        environment == null ? null : cut(environment.scope().orElse(null), 255),
        environment == null ? null : cut(environment.member().orElse(null), 255),
        environment == null ? null : cut(environment.configFile().orElse(null), LONGEST_PATH));
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    return text == null ? null : Texts.cut(text, longest);
  }
}
