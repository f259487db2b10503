package dev.bascule.topology.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.bascule.topology.JournalEntry;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happened, newest first: when, what, and whose doing it was. */
final class EventList extends OrderedList {
  private static final long serialVersionUID = 1L;

  private transient List<JournalEntry> shown = List.of();
  private long visitedUpTo;

  EventList() {
    addClassName("events");
    getElement().setAttribute("reversed", true);
  }

  /** Draws a line above everything up to this entry: "since my last visit" is above it. */
  void visitedUpTo(long seq) {
    visitedUpTo = seq;
    shown = List.of();
  }

  void show(List<JournalEntry> entries, Instant today, Words words) {
    if (entries.equals(shown) && getComponentCount() > 0) {
      return;
    }
    shown = entries;
    removeAll();
    if (entries.isEmpty()) {
      ListItem none = new ListItem(getTranslation("topology.events.none"));
      none.addClassName("secondary");
      add(none);
      return;
    }
    boolean lineDrawn = visitedUpTo == 0 || entries.getFirst().seq() <= visitedUpTo;
    for (JournalEntry entry : entries) {
      if (!lineDrawn && entry.seq() <= visitedUpTo) {
        lineDrawn = true;
        ListItem line = new ListItem(getTranslation("topology.events.visit"));
        line.addClassName("visit-line");
        add(line);
      }
      add(item(entry, today, words));
    }
  }

  private ListItem item(JournalEntry entry, Instant today, Words words) {
    Span at = new Span(words.formats().time(entry.at(), today));
    at.addClassNames("at", "secondary");
    at.getElement().setAttribute("title", words.formats().full(entry.at()));
    Div what = new Div(new Span(words.journal(entry)));
    what.addClassName("what");
    whose(entry, what, words);
    ListItem item = new ListItem(at, glyph(entry.kind()).icon(), what);
    item.addClassNames("event", "kind-" + entry.kind().name().toLowerCase(java.util.Locale.ROOT));
    item.getElement().setAttribute("data-seq", Long.toString(entry.seq()));
    return item;
  }

  private void whose(JournalEntry entry, Div what, Words words) {
    String change = entry.changeId();
    if (change != null) {
      Component link =
          new Anchor(
              "changes/" + Links.segment(change),
              getTranslation("topology.events.ours", entry.actor() == null ? "?" : entry.actor()));
      what.add(link);
      if (entry.reason() != null) {
        Span reason = new Span("“" + Words.shortened(entry.reason()) + "”");
        reason.addClassName("secondary");
        what.add(reason);
      }
    } else if (deed(entry.kind())) {
      Span outside = new Span(getTranslation("topology.events.outside"));
      outside.addClassName("outside");
      what.add(outside);
    }
    Long interruption = entry.interruptionMillis();
    if (interruption != null) {
      String length = words.formats().measured(Duration.ofMillis(interruption));
      Span how = new Span(getTranslation("topology.events.interruption", length));
      how.addClassName("secondary");
      what.add(how);
    }
  }

  /** Whether somebody or something did it, as opposed to a state that was seen. */
  private static boolean deed(JournalEntry.Kind kind) {
    return switch (kind) {
      case LEADER_CHANGED,
          CONFIG_CHANGED,
          PAUSED,
          RESUMED,
          SWITCHOVER_SCHEDULED,
          SWITCHOVER_UNSCHEDULED ->
          true;
      case CLUSTER_SEEN,
          CLUSTER_GONE,
          LEADER_LOST,
          MEMBER_JOINED,
          MEMBER_ABSENT,
          MEMBER_BACK,
          MEMBER_STATE,
          RESTART_PENDING,
          RESTART_NO_LONGER_PENDING,
          CAUGHT_UP,
          AWAY ->
          false;
    };
  }

  private static Glyph glyph(JournalEntry.Kind kind) {
    return switch (kind) {
      case LEADER_CHANGED -> Glyph.CROWN;
      case LEADER_LOST -> Glyph.OCTAGON;
      case CLUSTER_SEEN, MEMBER_JOINED, MEMBER_BACK -> Glyph.RING;
      case CLUSTER_GONE, MEMBER_ABSENT -> Glyph.DASHED_RING;
      case CONFIG_CHANGED -> Glyph.ADMIN;
      case PAUSED -> Glyph.PAUSE;
      case RESUMED -> Glyph.CHECK;
      case MEMBER_STATE -> Glyph.HALF_RING;
      case SWITCHOVER_SCHEDULED, SWITCHOVER_UNSCHEDULED -> Glyph.CLOCK;
      case RESTART_PENDING, RESTART_NO_LONGER_PENDING -> Glyph.RESTART;
      case CAUGHT_UP, AWAY -> Glyph.DASHED_RING;
    };
  }
}
