package dev.bascule.audit;

import dev.bascule.access.Actor;
import java.util.Map;

/**
 * The append-only log of all that was done or refused. Entries are chained by SHA-256; an append
 * takes the one row lock on the chain's head and keeps it until the transaction ends, so append
 * late in a transaction and never wait for a network while holding it.
 */
public interface AuditLog {
  /**
   * Writes an entry in the caller's transaction, or in one of its own if there is none. It is there
   * if and only if the transaction commits.
   *
   * <p>Control characters are escaped; over-long texts are cut and marked; values of keys that name
   * secrets, and private keys anywhere, are masked. Values of {@code detail} may be texts, numbers,
   * booleans, lists and maps of these; others are written by their {@code toString}.
   *
   * @param action a stable dotted code such as {@code switchover.requested}; pages show the text
   *     {@code <room>.audit.<action>} for it
   */
  AuditEntry append(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail);

  /**
   * Writes an entry in a transaction of its own, which stays even if the caller's is rolled back:
   * for refusals. Never call it after {@link #append} in the same transaction, which holds the lock
   * that this waits for.
   */
  AuditEntry appendAlone(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail);

  /**
   * Forces all that was committed to the disk. Call it after the commit of an intent and before its
   * effect; PostgreSQL has done it at the commit, the embedded database does it here.
   *
   * @throws IllegalStateException inside a transaction
   */
  void force();
}
