package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostAddress;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import java.time.Duration;

/**
 * Another member of a cluster, on a host that has none of it: a copy of the leader that follows it.
 *
 * @param member its name to be
 * @param host by the inventory's name
 * @param instance its name to be
 * @param port PostgreSQL's
 * @param address under which the other members reach it
 * @param apiPort of Patroni's REST API
 * @param model a member whose configuration lends the passwords, which are the same on all
 * @param limit after which the host ends pglift, which by itself would wait for ever; between a
 *     minute and a week
 */
public record AddMember(
    ClusterId cluster,
    MemberName member,
    String host,
    InstanceName instance,
    int port,
    String address,
    int apiPort,
    MemberName model,
    Duration limit)
    implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "member-add";

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Refuses what can't be a name, an address, a port or a limit. */
  public AddMember {
    address = new HostAddress(address).value();
    if (!member.conforming() || host.isBlank() || !port(port) || !port(apiPort)) {
      throw new IllegalArgumentException("a member has a name, a host and two ports");
    }
    if (port == apiPort || member.equals(model)) {
      throw new IllegalArgumentException("two ports, and another member, are different ones");
    }
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a limit is between a minute and a week");
    }
  }

  private static boolean port(int port) {
    return port >= 1024 && port <= 65535;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
