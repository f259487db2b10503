package dev.bascule.dcs;

import java.util.List;

/** All keys below a prefix at one revision, read linearizably. */
public record DcsSnapshot(long revision, List<DcsEntry> entries) {
  /** Copies. */
  public DcsSnapshot {
    entries = List.copyOf(entries);
  }
}
