package dev.bascule.patroni.rest;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.HistoryEntry;
import java.time.Duration;
import java.util.List;

/**
 * Asks a node's Patroni; it never changes anything there. Each call is one GET on a connection of
 * its own, follows no redirect, reads at most 1 MiB and ends within its limit.
 */
public interface PatroniRest {
  /** Long enough for a node that is well; Patroni itself gives its peers 2 s. */
  Duration USUAL = Duration.ofSeconds(2);

  /** {@code GET /patroni}: what the node says of itself. */
  PatroniStatus status(RestTarget target, Duration limit) throws RestFailed;

  /**
   * {@code GET /primary}: the same, and whether the node holds the leader key. Patroni doesn't
   * repeat a failing query for this one, so it answers at once.
   */
  Primary primary(RestTarget target, Duration limit) throws RestFailed;

  /**
   * {@code GET /cluster}: the members as the DCS shows them to that node. When the DCS is gone it
   * may be old; see {@link CrossCheck}.
   */
  RestCluster cluster(RestTarget target, Duration limit) throws RestFailed;

  /** {@code GET /config}: the dynamic configuration as the node knows it. */
  DynamicConfig config(RestTarget target, Duration limit) throws RestFailed;

  /** {@code GET /history}: ended timelines, oldest first, bounded. */
  List<HistoryEntry> history(RestTarget target, Duration limit) throws RestFailed;

  /**
   * What {@code /primary} says.
   *
   * @param holdsKey whether the node holds the leader key of an ordinary cluster
   */
  record Primary(boolean holdsKey, PatroniStatus status) {}
}
