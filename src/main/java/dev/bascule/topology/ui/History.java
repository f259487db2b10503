package dev.bascule.topology.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.WebStorage;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second tab: all that happened, newest first, with a line at the last visit. */
final class History extends Div {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;
  private static final int MOST = 1_000;

  private final transient Journal journal;
  private final transient Clock clock;
  private final transient ClusterId cluster;
  private final EventList list = new EventList();
  private final Button older = new Button(getTranslation("topology.events.older"));
  private transient List<JournalEntry> entries = List.of();
  private transient @Nullable Words words;
  private boolean visitKept;

  History(Journal journal, Clock clock, ClusterId cluster) {
    this.journal = journal;
    this.clock = clock;
    this.cluster = cluster;
    addClassNames("panel", "history");
    older.setVisible(false);
    older.addClickListener(click -> loadOlder());
    add(list, older);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (!visitKept) {
      WebStorage.getItem(key(), this::lastVisit);
    }
  }

  private String key() {
    return "bascule-visit:" + cluster;
  }

  private void lastVisit(@Nullable String seq) {
    if (seq != null && seq.matches("[0-9]{1,18}")) {
      list.visitedUpTo(Long.parseLong(seq));
      draw();
    }
    keepVisit();
  }

  private void keepVisit() {
    visitKept = true;
    if (!entries.isEmpty()) {
      WebStorage.setItem(key(), Long.toString(entries.getFirst().seq()));
    }
  }

  /** Takes the newest entries; those further down stay. */
  void newest(List<JournalEntry> newest, Words words) {
    this.words = words;
    List<JournalEntry> all = new ArrayList<>(newest);
    if (!newest.isEmpty()) {
      long oldest = newest.getLast().seq();
      entries.stream().filter(entry -> entry.seq() < oldest).forEach(all::add);
    }
    boolean first = entries.isEmpty();
    entries = List.copyOf(all);
    older.setVisible(newest.size() >= Overview.EVENTS && entries.size() < MOST);
    draw();
    if (visitKept) {
      keepVisit();
    }
    if (first && entries.size() <= Overview.EVENTS && !entries.isEmpty()) {
      loadOlder();
    }
  }

  private void draw() {
    Words now = words;
    if (now != null) {
      list.show(entries, Instant.now(clock), now);
    }
  }

  private void loadOlder() {
    UI ui = getUI().orElse(null);
    if (ui == null) {
      return;
    }
    long before = entries.isEmpty() ? Long.MAX_VALUE : entries.getLast().seq();
    Thread.ofVirtual()
        .name("journal")
        .start(
            () -> {
              List<JournalEntry> more = journal.entries(cluster, before, PAGE);
              var _ = ui.access(() -> append(more));
            });
  }

  private void append(List<JournalEntry> more) {
    List<JournalEntry> all = new ArrayList<>(entries);
    long oldest = entries.isEmpty() ? Long.MAX_VALUE : entries.getLast().seq();
    more.stream().filter(entry -> entry.seq() < oldest).forEach(all::add);
    entries = List.copyOf(all);
    older.setVisible(more.size() == PAGE && entries.size() < MOST);
    draw();
  }
}
