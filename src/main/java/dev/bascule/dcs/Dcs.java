package dev.bascule.dcs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** etcd, as the console uses it: reading only. */
public interface Dcs {
  /**
   * Follows a prefix without a gap until the stream is closed, through every kind of failure. The
   * consumer is called on one thread, in order, and may take its time.
   */
  DcsStream follow(DcsConnection connection, Consumer<DcsEvent> consumer);

  /**
   * Reads all keys below a prefix, linearizably.
   *
   * @throws DcsUnreachable when there was no answer within {@code limit}
   */
  DcsSnapshot read(DcsConnection connection, String prefix, Duration limit) throws DcsUnreachable;

  /** Tries a connection and names the exact trouble; takes at most a few seconds. */
  DcsTest test(DcsConnection connection);

  /**
   * How long a lease lasts unless it is renewed.
   *
   * @return empty when the lease is no more, or no endpoint answered within {@code limit}
   */
  Optional<Duration> leaseLeft(DcsConnection connection, long lease, Duration limit);

  /** Asks every endpoint how it is; takes at most a few seconds. */
  List<DcsMember> members(DcsConnection connection);

  /** A followed prefix. */
  interface DcsStream extends AutoCloseable {
    /** Ends it; the consumer is not called any more once this returns. */
    @Override
    void close();
  }

  /** There was no answer. */
  final class DcsUnreachable extends Exception {
    private static final long serialVersionUID = 1L;
    private final DcsTrouble trouble;

    /** Names the trouble. */
    public DcsUnreachable(DcsTrouble trouble, String message) {
      super(message);
      this.trouble = trouble;
    }

    /** What exactly. */
    public DcsTrouble trouble() {
      return trouble;
    }
  }
}
