package dev.bascule.audit.ui;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search finds, page by page as one scrolls. The log is read by number, a grid asks by row:
 * this remembers the numbers of the rows seen so far, and so each row stays where it was while
 * others write.
 */
final class Found {
  private final AuditSearch search;
  private final Actor actor;
  private final AuditQuery query;
  private final List<Long> numbers = new ArrayList<>();
  private boolean whole;

  Found(AuditSearch search, Actor actor, AuditQuery query) {
    this.search = search;
    this.actor = actor;
    this.query = query;
  }

  /** The entries of some rows; fewer at the end. */
  List<AuditEntry> rows(int offset, int limit) {
    while (numbers.size() < offset && !whole) {
      read(Math.min(AuditSearch.MOST, offset - numbers.size()));
    }
    if (offset > numbers.size()) {
      return List.of();
    }
    if (offset == numbers.size()) {
      return whole ? List.of() : read(Math.min(AuditSearch.MOST, limit));
    }
    long before = offset == 0 ? Long.MAX_VALUE : numbers.get(offset - 1);
    // at the first row too, what came since stays out: rows don't move
    long from = offset == 0 ? numbers.getFirst() + 1 : before;
    return known(offset, search.search(actor, query, from, Math.min(AuditSearch.MOST, limit)));
  }

  private List<AuditEntry> read(int limit) {
    long before = numbers.isEmpty() ? Long.MAX_VALUE : numbers.getLast();
    return known(numbers.size(), search.search(actor, query, before, limit));
  }

  private List<AuditEntry> known(int offset, AuditPage page) {
    for (int i = 0; i < page.entries().size(); i++) {
      if (offset + i == numbers.size()) {
        numbers.add(page.entries().get(i).seq());
      }
    }
    if (page.next().isEmpty()) {
      whole = true;
    }
    return page.entries();
  }
}
