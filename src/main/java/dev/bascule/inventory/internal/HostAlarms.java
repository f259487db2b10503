package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.HostKeyChanged;
import dev.bascule.inventory.HostRecord;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Raises the alarm when a host shows another key than the confirmed one. */
@Component
final class HostAlarms {
  private static final int LONGEST_FINGERPRINT = 100;

  private final HostTable table;
  private final Memory memory;
  private final Keeper keeper;
  private final Clock clock;

  HostAlarms(HostTable table, Memory memory, Keeper keeper, Clock clock) {
    this.table = table;
    this.memory = memory;
    this.keeper = keeper;
    this.clock = clock;
  }

  void failed(SshTarget target, SshFailure failure) {
    var presented = failure.presented();
    if (failure.trouble() == SshTrouble.HOST_KEY_CHANGED && presented != null) {
      memory.known().hosts().values().stream()
          .filter(host -> isSame(host, target))
          .forEach(host -> raise(host, Texts.cut(presented, LONGEST_FINGERPRINT)));
    }
  }

  private static boolean isSame(HostRecord host, SshTarget target) {
    return host.address().value().equals(target.host()) && host.draft().port() == target.port();
  }

  private void raise(HostRecord host, String presented) {
    var confirmed = host.keys().stream().map(key -> key.key().fingerprint()).toList();
    if (confirmed.contains(presented)) {
      return; // confirmed meanwhile
    }
    var at = clock.instant();
    var raised = new AtomicBoolean();
    keeper.keep(
        () -> {
          if (table.alarm(host.id(), presented, at)) {
            raised.set(true);
            keeper.note(
                Actor.system("inventory"),
                "host.key.changed",
                StoredHosts.subject(host.id(), host.draft()),
                AuditResult.REFUSED,
                Map.of("confirmed", confirmed, "presented", presented));
          }
        });
    if (raised.get()) {
      keeper.tell(new HostKeyChanged(host.id(), host.name(), confirmed, presented, at));
      keeper.tell(new HostChanged(host.id()));
    }
  }

  /** The names of the hosts that show another key now. */
  List<HostRecord> raised() {
    return memory.known().hosts().values().stream()
        .filter(host -> host.alarmed().isPresent())
        .toList();
  }
}
