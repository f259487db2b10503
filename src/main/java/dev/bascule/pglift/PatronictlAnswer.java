package dev.bascule.pglift;

/**
 * What patronictl 4.1 said. It says 0 on many failures, so its words are read; and what it says is
 * only ever set beside what the cluster shows.
 */
public sealed interface PatronictlAnswer {
  /** The leader key moved. */
  record SwitchedOver(String to) implements PatronictlAnswer {}

  /** It moved to another member than asked. */
  record SwitchedOverInstead(String to, String asked) implements PatronictlAnswer {}

  /** It waits in the DCS. */
  record Scheduled() implements PatronictlAnswer {}

  /** What waited was taken away. */
  record Flushed() implements PatronictlAnswer {}

  /** Nothing waited. */
  record NothingToFlush() implements PatronictlAnswer {}

  /**
   * It says that nothing was done.
   *
   * @param status Patroni's HTTP status; 0 when patronictl refused before Patroni was asked
   * @param text its reason, readable; untrusted
   */
  record Failed(int status, String text) implements PatronictlAnswer {}

  /**
   * Patroni doesn't know, or could not be asked and patronictl wrote to the DCS itself: not a
   * failure.
   */
  record StatusUnknown() implements PatronictlAnswer {}

  /**
   * Words that this console doesn't know.
   *
   * @param text all of them, readable, at most 8 KiB; untrusted
   */
  record Unparsed(String text) implements PatronictlAnswer {}

  /**
   * Reads the output of a switchover or flush.
   *
   * @param exit its exit status
   */
  static PatronictlAnswer read(int exit, String stdout, String stderr) {
    return PatronictlWords.parse(exit, stdout, stderr);
  }
}
