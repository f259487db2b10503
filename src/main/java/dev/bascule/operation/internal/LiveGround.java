package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Pglift;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As the inventory knows the hosts, and pglift the instances on them. */
@Component
final class LiveGround implements Ground {
  private final Hosts hosts;
  private final Pglift pglift;

  LiveGround(Hosts hosts, Pglift pglift) {
    this.hosts = hosts;
    this.pglift = pglift;
  }

  /** Nothing is sent to a host whose key nobody confirmed, or that shows another one. */
  @Override
  public Optional<SshTarget> address(ClusterId cluster, MemberName member) {
    return hosts
        .hostOf(cluster, member)
        .filter(host -> !host.keys().isEmpty() && host.alarmed().isEmpty())
        .map(HostRecord::target);
  }

  @Override
  public InstanceEnv environment(SshTarget target, ClusterId cluster, MemberName member)
      throws SshFailure {
    var instance =
        hosts
            .instance(cluster, member)
            .orElseThrow(
                () ->
                    new SshFailure(
                        SshTrouble.OTHER,
                        true,
                        target + " is not known to have an instance of " + member,
                        null));
    try {
      return pglift.environment(target, instance.instance().name());
    } catch (SshFailure e) {
      hosts.failed(target, e);
      throw e;
    }
  }
}
