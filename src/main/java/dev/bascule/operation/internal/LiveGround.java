package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Kinships;
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
  private final Kinships kinships;

  LiveGround(Hosts hosts, Pglift pglift, Kinships kinships) {
    this.hosts = hosts;
    this.pglift = pglift;
    this.kinships = kinships;
  }

  /** Nothing is sent to a host whose key nobody confirmed, or that shows another one. */
  @Override
  public Optional<SshTarget> address(ClusterId cluster, MemberName member) {
    return trusted(hosts.hostOf(cluster, member));
  }

  @Override
  public Optional<SshTarget> named(String host) {
    return trusted(hosts.find(host));
  }

  private static Optional<SshTarget> trusted(Optional<HostRecord> known) {
    return known
        .filter(host -> !host.keys().isEmpty() && host.alarmed().isEmpty())
        .map(HostRecord::target);
  }

  @Override
  public Kinship kinship(ClusterId cluster, MemberName model) throws SshFailure {
    Optional<SshTarget> target = address(cluster, model);
    Optional<String> settings =
        hosts
            .hostOf(cluster, model)
            .flatMap(host -> hosts.facts(host.id()))
            .map(HostFacts::settings);
    if (target.isEmpty() || settings.isEmpty()) {
      throw new SshFailure(
          SshTrouble.OTHER, true, "the host of " + model + " is not known well enough", null);
    }
    return kinships.of(target.get(), environment(target.get(), cluster, model), settings.get());
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
