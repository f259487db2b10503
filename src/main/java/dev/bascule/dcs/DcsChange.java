package dev.bascule.dcs;

/** What one revision did to one key. */
public sealed interface DcsChange {
  /** The key. */
  String key();

  /** It was written. */
  record Put(DcsEntry entry) implements DcsChange {
    @Override
    public String key() {
      return entry.key();
    }
  }

  /** It was deleted, or its lease ended. */
  record Deleted(String key, long modRevision) implements DcsChange {}
}
