package dev.bascule.inventory;

import dev.bascule.access.Actor;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsTest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The DCS endpoints and the identities towards them and towards Patroni's REST. Reading records
 * answers from memory. Each change needs the right to manage the inventory and stands in the audit
 * log in the same transaction; private keys and passwords go to the vault alone. Publishes {@link
 * DcsAdded}, {@link DcsChanged} and {@link DcsRemoved}.
 */
public interface DcsEndpoints {
  /** All of them, by name. */
  List<DcsRecord> list();

  /** One by name. */
  Optional<DcsRecord> find(String name);

  /**
   * What is needed to connect, secrets included: keep it no longer than the connection.
   *
   * @throws Unacceptable if there is none of that name
   * @throws dev.bascule.secrets.Vault.VaultLocked if its secrets can't be lent
   */
  DcsConnection connection(String name);

  /**
   * Adds one.
   *
   * @throws Unacceptable if the name is taken, or a PEM text can't be used
   */
  void create(Actor actor, DcsDraft draft);

  /**
   * Changes the one with that name; secrets not given stay as they are.
   *
   * @param version the version that was looked at
   * @throws ChangedMeanwhile if it no longer has that version
   * @throws Unacceptable if a PEM text can't be used
   */
  void update(Actor actor, long version, DcsDraft draft);

  /** Forgets one, its secrets, and all that was kept of its clusters. */
  void remove(Actor actor, String name);

  /**
   * Tries a connection before or after it is kept; waits for the network, a few seconds. Secrets
   * not given are those kept under that name, and only towards the endpoints kept there.
   *
   * @throws Unacceptable if a PEM text can't be used
   */
  DcsTest test(Actor actor, DcsDraft draft);

  /**
   * Tries the identity towards Patroni's REST of the members that are known, at most so many
   * seconds.
   *
   * @throws Unacceptable if a PEM text can't be used
   */
  RestCheck testRest(Actor actor, DcsDraft draft);

  /**
   * The same for a cluster's own identity towards its members' REST, before or after it is kept; an
   * empty one tries that of its DCS.
   *
   * @throws Unacceptable if a PEM text can't be used, or the cluster isn't known
   */
  RestCheck testRest(Actor actor, ClusterId cluster, IdentityDraft draft);

  /**
   * Gives a cluster an identity of its own towards its members' REST; null takes it away.
   *
   * @throws Unacceptable if a PEM text can't be used
   */
  void identify(Actor actor, ClusterId cluster, @Nullable IdentityDraft draft);

  /** The identity that a cluster has of its own; empty: that of its DCS is used. */
  Optional<Identity> ownIdentity(ClusterId cluster);
}
