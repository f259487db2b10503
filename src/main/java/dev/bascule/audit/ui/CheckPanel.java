package dev.bascule.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.bascule.audit.AuditCheck.Broken;
import dev.bascule.audit.AuditCheck.Verified;
import dev.bascule.audit.ChainInspection;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.LiveBinding;
import java.time.Instant;
import java.util.List;

/** What is known of the chain: how far a check is, and what the last one found. */
final class CheckPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient ChainInspection inspection;
  private final transient Words words;
  private final Button begin;

  /**
   * A panel.
   *
   * @param begin the button that begins a check, off while one is running
   */
  CheckPanel(ChainInspection inspection, Words words, Button begin) {
    this.inspection = inspection;
    this.words = words;
    this.begin = begin;
    getElement().setAttribute("role", "status");
    LiveBinding.refresh(this, List.of(inspection), this::draw);
    draw();
  }

  private void draw() {
    removeAll();
    setClassName("");
    addClassName("verdict");
    ChainInspection.State state = inspection.state();
    begin.setEnabled(!(state instanceof ChainInspection.Running));
    setVisible(!(state instanceof ChainInspection.Never));
    switch (state) {
      case ChainInspection.Never() -> {}
      case ChainInspection.Running running -> running(running);
      case ChainInspection.Finished(Verified held, Instant at, String by) -> {
        add(Glyph.CHECK.icon(), text("audit.check.holds", words.number(held.count())));
        Span head = new Span(words.text("audit.check.head") + " ");
        head.add(Badges.mono(held.head()));
        head.addClassNames("hash", "secondary");
        add(head, checked(at, by));
      }
      case ChainInspection.Finished(Broken broken, Instant at, String by) -> {
        addClassName("broken");
        String entry = words.number(broken.seq());
        add(
            Glyph.OCTAGON.icon(),
            text("audit.check.broken", entry),
            new Span(words.why(broken.why())),
            new Anchor(
                Filter.none().open(Math.max(1, broken.seq())).link(),
                getTranslation("audit.check.look", entry)),
            checked(at, by));
      }
      case ChainInspection.Unreadable(Instant at, String by) -> {
        addClassName("broken");
        add(Glyph.DASHED_RING.icon(), text("audit.check.unreadable"), checked(at, by));
      }
    }
  }

  private void running(ChainInspection.Running running) {
    ProgressBar bar = new ProgressBar(0, Math.max(1, running.of()), running.checked());
    bar.setIndeterminate(running.of() == 0);
    bar.getElement().setAttribute("aria-label", getTranslation("audit.check.running"));
    add(
        Glyph.HALF_RING.icon(),
        text("audit.check.running"),
        bar,
        new Span(
            words.text(
                "audit.check.progress",
                words.number(running.checked()),
                words.number(running.of()))));
  }

  private Span text(String key, Object... values) {
    Span span = new Span(words.text(key, values));
    span.addClassName("verdict-text");
    return span;
  }

  private Span checked(Instant at, String by) {
    Span span = new Span(words.text("audit.check.by", by) + " ");
    span.add(new AgeText(at));
    span.addClassNames("secondary", "verdict-by");
    return span;
  }
}
