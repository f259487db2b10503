package dev.bascule.inventory;

import dev.bascule.access.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of clusters. They appear by themselves in their DCS: {@link #appeared} is told of
 * them, people add the rest. Reading answers from memory.
 */
public interface Clusters {
  /** One that appeared or was described before. */
  Optional<ClusterRecord> find(ClusterId id);

  /** The environment's name of a cluster; empty when it has none or isn't known. */
  default String environmentOf(ClusterId id) {
    return find(id).map(ClusterRecord::environmentName).orElse("");
  }

  /** All of them, sorted by id. */
  List<ClusterRecord> list();

  /**
   * Tells that clusters were seen in a DCS; those already known are nothing new. Cheap; may be
   * called from any thread that may wait for the database.
   */
  void appeared(Collection<ClusterId> ids);

  /**
   * Says who a cluster belongs to, whom to call and the like. Needs the right to manage the
   * inventory in the cluster's present and its next environment; audited.
   *
   * @param version the version that was looked at; 0 for a cluster not known before
   * @throws ChangedMeanwhile if it no longer has that version
   * @throws Unacceptable if the DCS or the environment isn't known
   */
  void describe(Actor actor, ClusterId id, long version, ClusterDetails details);

  /**
   * Forgets a cluster that is no longer in its DCS, with all that was kept of it; if it is seen
   * again it appears anew. Audited.
   *
   * @throws Unacceptable while members of it are expected
   */
  void forget(Actor actor, ClusterId id);
}
