package dev.bascule.topology.ui;

import com.vaadin.flow.component.UI;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what happened to a cluster last, away from the page's own thread. */
final class LastEvents {
  private static final Logger log = LoggerFactory.getLogger(LastEvents.class);

  /** The journal may write a moment after the fleet tells. */
  private static final Duration AGAIN = Duration.ofMillis(1_500);

  private final Journal journal;

  LastEvents(Journal journal) {
    this.journal = journal;
  }

  /** Reads them now. */
  void load(UI ui, ClusterId cluster, Consumer<List<JournalEntry>> shown) {
    Thread.ofVirtual().name("journal").start(() -> read(ui, cluster, shown));
  }

  /** Reads them now, and once more in a moment. */
  void loadTwice(UI ui, ClusterId cluster, Consumer<List<JournalEntry>> shown) {
    Thread.ofVirtual()
        .name("journal")
        .start(
            () -> {
              try {
                read(ui, cluster, shown);
                Thread.sleep(AGAIN);
                if (ui.isAttached()) {
                  read(ui, cluster, shown);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void read(UI ui, ClusterId cluster, Consumer<List<JournalEntry>> shown) {
    try {
      var newest = journal.entries(cluster, Long.MAX_VALUE, 2 * Overview.EVENTS);
      var _ = ui.access(() -> shown.accept(newest));
    } catch (RuntimeException e) {
      // the last events stay on the page: viewing goes on without the database
      log.debug("what happened to {} can't be read: {}", cluster, e.toString());
    }
  }
}
