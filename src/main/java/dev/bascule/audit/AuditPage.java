package dev.bascule.audit;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of what was found, newest first.
 *
 * @param entries at most as many as were asked for
 * @param next what to give as {@code before} to get the rest; empty at the end
 */
public record AuditPage(List<AuditEntry> entries, OptionalLong next) {
  /** Copies the list. */
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
