package dev.bascule.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a DCS, without its secrets.
 *
 * @param environment that its clusters belong to unless they say otherwise; empty for none
 * @param identity towards etcd
 * @param user null when the certificate says who the console is
 * @param rest the identity towards Patroni's REST on its members; null when none was given
 * @param version counts changes
 */
public record DcsRecord(
    String name,
    List<String> endpoints,
    String prefix,
    String environment,
    Identity identity,
    @Nullable String user,
    @Nullable Identity rest,
    Instant since,
    long version) {
  /** Copies. */
  public DcsRecord {
    endpoints = List.copyOf(endpoints);
  }
}
