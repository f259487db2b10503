package dev.bascule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.util.Optional;

/**
 * How old something is, in words that tick in the browser without asking the server; the exact time
 * shows on focus and hover. It counts by the server's clock.
 */
@Tag("bascule-age")
public final class AgeText extends Component {
  private static final long serialVersionUID = 1L;

  /** Shows "8 s ago" and so on. */
  public AgeText(Instant at) {
    show(Optional.of(at));
  }

  /** Shows nothing yet. */
  public AgeText() {
    show(Optional.empty());
  }

  /** Counts from another moment; empty shows "?". */
  public void show(Optional<Instant> at) {
    if (at.isPresent()) {
      getElement().setAttribute("at", Long.toString(at.get().toEpochMilli()));
    } else {
      getElement().removeAttribute("at");
    }
  }

  /** Grey after {@code seconds}, as old values are. */
  public AgeText oldAfter(int seconds) {
    getElement().setAttribute("old-after", Integer.toString(seconds));
    return this;
  }
}
