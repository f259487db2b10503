package dev.bascule.topology.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pages show of a cluster besides its live state: what the inventory keeps, the DCS's own
 * members, the address that clients use. Answers from memory, on any thread.
 */
interface Background {
  /** What is kept of a cluster; {@link Kept#NOTHING} when nothing is. */
  Kept kept(ClusterId cluster);

  /** Every environment, in the order to be shown. */
  List<Environment> environments();

  /** Whether any DCS is known at all. */
  boolean anyDcs();

  /** Where a member stands: its host's site, else the whole cluster's. */
  Optional<String> site(ClusterId cluster, MemberName member);

  /** The members of a DCS; empty when not known. */
  List<DcsMemberSeen> dcsMembers(String dcs);

  /** The address that clients use, when there is one and who holds it is looked at. */
  Optional<EntryPoint> entryPoint(ClusterId cluster);

  /** The path of a member's host page without leading slash, when the inventory knows the host. */
  Optional<String> hostLink(ClusterId cluster, MemberName member);

  /**
   * What is kept.
   *
   * @param environment null when it has none
   * @param site where the whole cluster is; null when not said
   * @param owner who it belongs to; null when not said
   * @param onCall whom to call; null when not said
   * @param runbook an https address; null when not said
   */
  record Kept(
      @Nullable Environment environment,
      @Nullable String site,
      @Nullable String application,
      @Nullable String owner,
      @Nullable String onCall,
      @Nullable String runbook) {
    static final Kept NOTHING = new Kept(null, null, null, null, null, null);

    /** The environment's name, if there is one. */
    Optional<String> environmentName() {
      return Optional.ofNullable(environment).map(Environment::name);
    }
  }

  /**
   * An environment.
   *
   * @param colour {@code #rrggbb}
   */
  record Environment(String name, String colour, boolean production) {}

  /**
   * A member of a DCS.
   *
   * @param state {@code leader}, {@code follower}, {@code leaderless} or {@code away}
   * @param host where it lives, for the mark on the card of a member on the same host
   */
  record DcsMemberSeen(String name, String state, String host) {}

  /**
   * The address that clients use.
   *
   * @param kind such as VIP
   * @param holders who has it now
   * @param nobodySince since when nobody has it; null while somebody does or when not known
   */
  record EntryPoint(
      String kind, String address, List<MemberName> holders, @Nullable Instant nobodySince) {
    public EntryPoint {
      holders = List.copyOf(holders);
    }
  }
}
