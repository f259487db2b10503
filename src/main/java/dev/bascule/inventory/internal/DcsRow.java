package dev.bascule.inventory.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A DCS as its row has it.
 *
 * @param environment empty for none
 */
record DcsRow(
    String name,
    List<String> endpoints,
    String prefix,
    String environment,
    @Nullable String caPem,
    @Nullable String certificatePem,
    @Nullable UUID key,
    @Nullable String user,
    @Nullable UUID password,
    Instant since,
    long version) {

  /** Towards Patroni's REST. */
  record Rest(@Nullable String caPem, @Nullable String certificatePem, @Nullable UUID key) {}
}
