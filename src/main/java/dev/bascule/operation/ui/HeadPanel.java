package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestView;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import org.jspecify.annotations.Nullable;

/** Where a request stands, whose it is and why, and until when it can be answered. */
final class HeadPanel extends Div {
  private static final long serialVersionUID = 1L;

  /**
   * Draws the head.
   *
   * @param now the request thought through as things are now; null when that is not known
   */
  HeadPanel(Wording words, RequestView view, @Nullable Plan now) {
    addClassName("change-head");
    var line = view.line();
    var state = Badges.state(Wording.tone(line.state()), words.state(line.state()));
    state.addClassName("request-state");
    var cluster = line.cluster();
    add(state, new Anchor(ChangeLinks.cluster(cluster), cluster.cluster()));
    if (line.breakGlass()) {
      add(Badges.state(Tone.WARNING, words.text("operation.page.glass.badge")));
    }
    add(
        new Paragraph(
            words.text(
                "operation.page.askedby",
                line.requesterName(),
                words.formats().full(line.askedAt()),
                view.reason())));
    var runsAt = line.runsAt();
    if (runsAt != null) {
      add(new Paragraph(words.text("operation.page.runsat", words.formats().full(runsAt))));
    }
    if (view.state().waiting()) {
      add(
          new Paragraph(
              words.text("operation.page.expires", words.formats().full(view.expiresAt()))));
      if (now != null && !now.hash().equals(view.hash())) {
        var moved = new Paragraph(words.text("operation.page.nolonger"));
        moved.addClassName("trouble");
        moved.getElement().setAttribute("role", "alert");
        add(moved);
      }
    }
  }
}
