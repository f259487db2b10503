package dev.bascule.inventory;

import dev.bascule.access.Actor;
import dev.bascule.patroni.MemberName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The members that each cluster is expected to have: all that were ever seen, until a person
 * retires them. Survives a restart of the console. Reading answers from memory.
 */
public interface ExpectedMembers {
  /** At most so many members of a cluster are kept; more of them come from no Patroni. */
  int MOST = 200;

  /** Of one cluster, by name. */
  List<MemberRecord> of(ClusterId cluster);

  /** Of all clusters of a DCS. */
  Map<ClusterId, List<MemberRecord>> in(String dcs);

  /**
   * Keeps what was seen of members. To be called when a member appeared, went away, came back, or
   * has another role or address; what is as it was before costs nothing. Members not named stay as
   * they are; a retired one that is named without {@code absentSince} is expected again.
   *
   * <p>Waits for the database: never call it on a thread that applies events.
   */
  void keep(ClusterId cluster, Collection<MemberRecord> members);

  /**
   * Ends a member being expected. Needs the right to manage the inventory in the cluster's
   * environment; audited. Publishes {@link MemberRetired}.
   *
   * @param reason why, plain text; may be empty
   * @throws Unacceptable if it isn't expected, or is not absent
   */
  void retire(Actor actor, ClusterId cluster, MemberName member, String reason);
}
