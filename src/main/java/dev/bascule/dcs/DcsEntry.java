package dev.bascule.dcs;

import java.util.Arrays;

/**
 * A key with its value, as etcd holds it.
 *
 * @param createRevision the revision that made the key: another life of the same key has another
 *     one
 * @param modRevision the revision that last wrote it
 * @param version how often it was written in this life
 * @param lease the lease whose end deletes it; 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record DcsEntry(
    String key, byte[] value, long createRevision, long modRevision, long version, long lease) {
  /** Copies the value. */
  public DcsEntry {
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DcsEntry that
        && key.equals(that.key)
        && Arrays.equals(value, that.value)
        && createRevision == that.createRevision
        && modRevision == that.modRevision
        && version == that.version
        && lease == that.lease;
  }

  @Override
  public int hashCode() {
    return key.hashCode() * 31 + Long.hashCode(modRevision);
  }

  /** Without the value: it may hold anything. */
  @Override
  public String toString() {
    return key + "@" + modRevision;
  }
}
