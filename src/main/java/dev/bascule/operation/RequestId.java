package dev.bascule.operation;

/**
 * A request's number, short enough to be said on the telephone: "change 42".
 *
 * @param value at least 1
 */
public record RequestId(long value) {
  /** Refuses what is no number of a request. */
  public RequestId {
    if (value < 1) {
      throw new IllegalArgumentException("requests are numbered from 1");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
