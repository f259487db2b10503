package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.PatroniApis;
import dev.bascule.inventory.RestAccess;
import dev.bascule.inventory.RestAccess.Reason;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.RestIdentity;
import dev.bascule.patroni.rest.RestTarget;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets the console ask only the REST of hosts that a person added, and nothing else. */
@Component
final class RestDoors implements PatroniApis {
  private static final int LONGEST_HOST = 253;

  private final Memory memory;
  private final Credentials credentials;
  private final AddressRules rules;
  private final ExpectedMembers members;

  RestDoors(Memory memory, Credentials credentials, AddressRules rules, ExpectedMembers members) {
    this.memory = memory;
    this.members = members;
    this.credentials = credentials;
    this.rules = rules;
  }

  @Override
  public RestAccess access(ClusterId cluster, String apiUrl) {
    return access(apiUrl, identity(cluster));
  }

  @Override
  public Optional<RestTarget> target(ClusterId cluster, MemberName member) {
    return members.of(cluster).stream()
        .filter(record -> record.name().equals(member))
        .map(MemberRecord::apiUrl)
        .filter(Objects::nonNull)
        .findFirst()
        .map(url -> access(cluster, url))
        .flatMap(
            access ->
                switch (access) {
                  case RestAccess.Allowed(var target) -> Optional.of(target);
                  case RestAccess.Refused refused -> Optional.empty();
                });
  }

  /** The identity of a cluster's own, else that of its DCS, else none. */
  RestIdentity identity(ClusterId cluster) {
    var all = memory.known().rest();
    var own = all.get(DcsTable.Owner.of(cluster));
    var rest = own == null ? all.get(DcsTable.Owner.all(cluster.dcs())) : own;
    return rest == null
        ? RestIdentity.NONE
        : new RestIdentity(rest.caPem(), rest.certificatePem(), credentials.text(rest.key()));
  }

  RestAccess access(String apiUrl, RestIdentity identity) {
    var wanted = RestTarget.of(apiUrl, identity);
    if (wanted.isEmpty()) {
      return refused(Reason.NOT_AN_ADDRESS, apiUrl);
    }
    var base = wanted.get().base();
    if (!"https".equals(base.getScheme()) && !identity.equals(RestIdentity.NONE)) {
      return refused(Reason.NOT_HTTPS, base.getHost());
    }
    HostAddress address;
    try {
      var host = base.getHost();
      address = new HostAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    } catch (Unacceptable e) {
      return refused(Reason.NOT_AN_ADDRESS, base.getHost());
    }
    return access(wanted.get(), address);
  }

  private RestAccess access(RestTarget wanted, HostAddress address) {
    List<InetAddress> now;
    try {
      now = rules.resolved("apiUrl", address);
    } catch (Unacceptable e) {
      return refused(Reason.SPECIAL_ADDRESS, address.value());
    }
    var known = memory.known();
    var declared = known.hostAt(address).or(() -> known.hostNamed(address.value()));
    if (declared.isPresent()) {
      return isWhereItWas(known, declared.get(), now)
          ? new RestAccess.Allowed(wanted)
          : refused(Reason.ADDRESS_CHANGED, address.value());
    }
    // another name for a known host: the connection goes to the address that was looked at
    return now.stream()
        .map(one -> new HostAddress(one.getHostAddress()))
        .filter(one -> known.hostAt(one).isPresent())
        .findFirst()
        .<RestAccess>map(one -> new RestAccess.Allowed(at(wanted, one)))
        .orElseGet(() -> refused(Reason.UNKNOWN_HOST, address.value()));
  }

  /** Every address that the name has now is one that it had when a person looked. */
  private static boolean isWhereItWas(Known known, HostRecord host, List<InetAddress> now) {
    var before = known.resolved().getOrDefault(host.id(), List.of());
    return before.isEmpty()
        || now.stream()
            .map(InetAddress::getHostAddress)
            .allMatch(
                one ->
                    before.contains(one)
                        || host.address()
                            .literal()
                            .map(InetAddress::getHostAddress)
                            .equals(Optional.of(one)));
  }

  private static RestTarget at(RestTarget wanted, HostAddress address) {
    var base = wanted.base();
    return new RestTarget(
        URI.create(base.getScheme() + "://" + address.inUrl() + ":" + base.getPort()),
        wanted.identity());
  }

  private static RestAccess refused(Reason reason, String host) {
    return new RestAccess.Refused(reason, Texts.cut(host, LONGEST_HOST));
  }
}
