package dev.bascule.audit;

/** Walks the whole chain and says whether anything was changed, removed or added beside it. */
public interface AuditCheck {
  /**
   * Reads every entry in pages, without hindering those who append meanwhile.
   *
   * <p>It finds any change of an entry, a missing one, one too many, and a shortened end. It can't
   * find that somebody who owns the database recomputed all hashes after a change and the head with
   * them: compare the head with one that was noted elsewhere.
   */
  default Verdict verify() {
    return verify((checked, of) -> {});
  }

  /** As {@link #verify()}, telling after each page how far it is. */
  Verdict verify(Progress progress);

  /** Who wants to know how far a walk is; called on the thread that walks. */
  @FunctionalInterface
  interface Progress {
    /** So many entries of so many were read. */
    void at(long checked, long of);
  }

  /** What the walk found. */
  sealed interface Verdict {}

  /**
   * Every entry fits.
   *
   * @param count how many
   * @param head the hash of the newest; 64 zeros if there is none
   */
  record Verified(long count, String head) implements Verdict {}

  /**
   * The first entry that doesn't fit.
   *
   * @param seq its number
   * @param why what is wrong with it
   */
  record Broken(long seq, Why why) implements Verdict {}

  /** What may be wrong with an entry. */
  enum Why {
    /** Its contents are not what its hash was made of. */
    CHANGED,
    /** It isn't there, though later ones or the head say it was. */
    MISSING,
    /** It stands after the head: it was not written by the console. */
    ADDED,
    /** Its link is not the hash of the entry before it. */
    UNLINKED,
    /** The head itself is gone or is not the hash of the newest entry. */
    HEAD
  }
}
