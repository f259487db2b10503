package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.RestAccess;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.CrossCheck;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.patroni.rest.RestTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What members say themselves when they are asked: fresher than their keys, and more. Only hosts
 * that the inventory knows are asked. What they say becomes part of the cluster's state, too.
 */
public interface CloseLook {
  /**
   * Asks every member of a cluster, all at once; waits for the slowest.
   *
   * @param limit for each of them
   * @return by member; empty for a cluster that isn't there
   */
  Map<MemberName, Answer> ask(ClusterId cluster, Duration limit);

  /**
   * Asks every two seconds as long as somebody looks, for a page that is open.
   *
   * @return ends it; safe to run twice
   */
  Runnable keep(ClusterId cluster);

  /** Where the cluster as a node sees it in the DCS parts from what members say of themselves. */
  List<CrossCheck.Difference> crossCheck(ClusterId cluster, Duration limit);

  /** What came of asking a member. */
  sealed interface Answer {
    /** It answered. */
    record Said(PatroniStatus status, Instant at) implements Answer {}

    /** It was asked and gave no usable answer. */
    record Silent(RestTrouble trouble, Instant at) implements Answer {}

    /** It must not be asked. */
    record NotAllowed(RestAccess.Reason reason) implements Answer {}

    /** Its key doesn't say where its REST is. */
    record NoAddress() implements Answer {}
  }
}
