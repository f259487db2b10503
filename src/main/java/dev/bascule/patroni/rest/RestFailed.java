package dev.bascule.patroni.rest;

/** A node's REST gave no usable answer. */
public final class RestFailed extends Exception {
  private static final long serialVersionUID = 1L;
  private final RestTrouble trouble;

  /** Names the trouble; the message holds nothing that the node sent. */
  public RestFailed(RestTrouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  /** With what lies beneath. */
  public RestFailed(RestTrouble trouble, String message, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  /** What exactly. */
  public RestTrouble trouble() {
    return trouble;
  }
}
