package dev.bascule.secrets;

import dev.bascule.access.Actor;
import java.util.function.Function;

/**
 * Keeps credentials encrypted (AES-256-GCM) with a key that is not in the database. What it lends
 * is wiped when the borrower returns. When the key is missing or wrong it is locked: nothing can be
 * stored or lent, the console shows what it knows and does nothing.
 */
public interface Vault {
  /** The most bytes of a secret. */
  int LARGEST = 64 * 1024;

  /** Whether it can be used, and if not why. */
  State state();

  /** Whether it can be used. */
  default boolean isOpen() {
    return state() instanceof Open;
  }

  /**
   * Keeps a new secret; in the caller's transaction, with its audit entry.
   *
   * @param name what it is, for people and the audit log: {@code SSH key of the console}
   * @param secret copied; the caller may wipe it
   * @throws VaultLocked if it is locked
   */
  SecretId store(Actor actor, String name, byte[] secret);

  /** Puts another secret in the place of one. */
  void replace(Actor actor, SecretId id, byte[] secret);

  /** Forgets a secret; unknown ids are nothing to forget. */
  void delete(Actor actor, SecretId id);

  /**
   * Lends a secret to the console itself, for as long as {@code use} runs; the bytes are wiped
   * afterwards, so copy nothing out of them but what is needed.
   *
   * @throws VaultLocked if it is locked
   * @throws NoSuchSecret if there is none with that id
   */
  <T> T lend(SecretId id, Function<byte[], T> use);

  /**
   * Lends a secret because a person wants to see or use it: the audit log says so, before it is
   * lent, in a transaction of its own.
   *
   * @param purpose why, plain text
   */
  <T> T lendTo(Actor actor, SecretId id, String purpose, Function<byte[], T> use);

  /** Whether the vault can be used. */
  sealed interface State {}

  /** It can. */
  record Open() implements State {}

  /**
   * It can't.
   *
   * @param cause what is wrong with the key
   * @param file where the key is looked for
   */
  record Locked(Cause cause, String file) implements State {}

  /** Why a vault is locked. */
  enum Cause {
    /** There are secrets, but the key's file isn't there. */
    MISSING,
    /** The file holds another key than the one that the secrets were encrypted with. */
    WRONG,
    /** The file can't be read, or isn't a key. */
    UNREADABLE,
    /** Others than its owner may read or write the file. */
    TOO_OPEN
  }

  /** The vault is locked; nothing was stored or lent. */
  final class VaultLocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    /** A refusal for that reason. */
    public VaultLocked(Cause cause) {
      super("the vault is locked: " + cause);
      this.cause = cause;
    }

    /** What is wrong with the key. */
    public Cause reason() {
      return cause;
    }
  }

  /** There is no such secret. */
  final class NoSuchSecret extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal that names the id. */
    public NoSuchSecret(SecretId id) {
      super("there is no secret " + id);
    }
  }
}
