package dev.bascule.topology.ui;

import com.vaadin.flow.component.UI;
import dev.bascule.topology.Sight;
import java.time.Instant;

/**
 * Tells an open page when a DCS was last seen: one message for the page, however many ages it
 * shows.
 */
final class SightClock {
  private SightClock() {}

  static void tell(UI ui, String dcs, Sight sight) {
    Instant seen = sight.lastSeen();
    if (seen != null) {
      ui.getPage()
          .executeJs(
              "window.dispatchEvent(new CustomEvent('bascule-sight',"
                  + " {detail: {dcs: $0, at: $1}}))",
              dcs,
              (double) seen.toEpochMilli());
    }
  }
}
