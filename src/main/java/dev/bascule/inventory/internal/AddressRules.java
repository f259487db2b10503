package dev.bascule.inventory.internal;

import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.Unacceptable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the console may be sent to. Loopback, link-local, cloud metadata, multicast and
 * the like are refused, by whatever name, unless the setting {@code
 * bascule.inventory.declared-addresses} names them.
 */
@Component
final class AddressRules {
  /** Metadata services that are not link-local. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "168.63.129.16");

  private final NameService names;
  private final Set<InetAddress> declared;

  AddressRules(
      NameService names, @Value("${bascule.inventory.declared-addresses:}") List<String> declared) {
    this.names = names;
    this.declared = new HashSet<>();
    for (var address : declared) {
      if (!address.isBlank()) {
        var literal = new HostAddress(address).literal();
        this.declared.add(
            literal.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "bascule.inventory.declared-addresses takes IP addresses, not "
                            + address)));
      }
    }
  }

  /** Whether nobody may be sent there. */
  boolean isRefused(InetAddress address) {
    return !declared.contains(address) && isSpecial(embedded(address));
  }

  /**
   * Where an address or name leads now; empty when the name has no address.
   *
   * @throws Unacceptable if any of the addresses is refused
   */
  List<InetAddress> resolved(String field, HostAddress address) {
    var found = address.literal().map(List::of).orElseGet(() -> names.addresses(address.value()));
    for (var one : found) {
      if (isRefused(one)) {
        throw new Unacceptable(field, "special.address", one.getHostAddress());
      }
    }
    return found;
  }

  /**
   * Looks at every endpoint of a DCS.
   *
   * @throws Unacceptable if any leads to a refused address
   */
  void check(DcsDraft draft) {
    for (var endpoint : draft.endpoints()) {
      resolved("endpoints", DcsDraft.hostOf(endpoint));
    }
  }

  private static boolean isSpecial(InetAddress address) {
    var octets = address.getAddress();
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress())
        // "this network" and the broadcast and reserved blocks
        || (octets.length == 4 && (octets[0] == 0 || (octets[0] & 0xF0) == 0xF0));
  }

  /** The IPv4 address within 6to4, NAT64 and the deprecated compatible form; else the same. */
  private static InetAddress embedded(InetAddress address) {
    if (!(address instanceof Inet6Address six)) {
      return address;
    }
    var bytes = six.getAddress();
    if (six.isIPv4CompatibleAddress() && !six.isLoopbackAddress() && !six.isAnyLocalAddress()) {
      return four(bytes, 12);
    }
    if (bytes[0] == 0x20 && bytes[1] == 0x02) {
      return four(bytes, 2);
    }
    if (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xFF && bytes[3] == (byte) 0x9B) {
      return four(bytes, 12);
    }
    return address;
  }

  private static InetAddress four(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are an address", e);
    }
  }
}
