package dev.bascule.operation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are looked for.
 *
 * @param dcs the DCS of their cluster; null for all
 * @param cluster the name of their cluster; null for all
 * @param states where they stand; empty for all
 * @param before only those with a lower number; {@link Long#MAX_VALUE} for the newest
 */
public record RequestQuery(
    @Nullable String dcs, @Nullable String cluster, Set<RequestState> states, long before) {
  /** Every request. */
  public static final RequestQuery ALL = new RequestQuery(null, null, Set.of(), Long.MAX_VALUE);

  /** Copies. */
  public RequestQuery {
    states = Set.copyOf(states);
  }
}
