package dev.bascule.topology;

import dev.bascule.dcs.DcsEntry;
import dev.bascule.patroni.Reading;
import java.time.Instant;
import java.util.function.Function;

/**
 * One key, read once when it came.
 *
 * @param seenAt when this value was first seen here
 */
record KeyAt<T>(
    Reading<T> reading, long createRevision, long modRevision, long lease, Instant seenAt) {

  static <T> KeyAt<T> of(DcsEntry entry, Instant at, Function<byte[], Reading<T>> reader) {
    return new KeyAt<>(
        reader.apply(entry.value()),
        entry.createRevision(),
        entry.modRevision(),
        entry.lease(),
        at);
  }

  /** Whether it is another write than {@code entry}. */
  boolean differs(DcsEntry entry) {
    return modRevision != entry.modRevision() || createRevision != entry.createRevision();
  }
}
