package dev.bascule.inventory;

/**
 * Where a cluster's clients connect, such as an address that keepalived moves.
 *
 * @param kind what moves it, such as {@code keepalived}
 * @param address an IP address or a host's name
 */
public record EntryPoint(String kind, String address) {
  /** Refuses what is neither an address nor a name. */
  public EntryPoint {
    Checked.name("entryPoint", kind);
    address = HostAddress.parse("entryPointAddress", address).value();
  }
}
