package dev.bascule.operation.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.bascule.operation.RequestLine;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;

/** Requests as rows; each leads to its page. */
final class ChangesGrid extends Grid<RequestLine> {
  private static final long serialVersionUID = 1L;

  ChangesGrid(Wording words) {
    addThemeVariants(GridVariant.LUMO_COMPACT);
    setAllRowsVisible(true);
    getElement().setAttribute("aria-label", words.text("operation.page.title"));
    narrow(addComponentColumn(line -> state(words, line)), words, "state");
    addComponentColumn(
            line -> new Anchor(ChangeLinks.change(line.id()), words.say(line.sentence())))
        .setHeader(words.text("operation.page.column.what"))
        .setFlexGrow(4)
        .setWidth("220px");
    narrow(addColumn(RequestLine::environment), words, "environment");
    narrow(addColumn(RequestLine::requesterName), words, "who");
    narrow(addComponentColumn(line -> new AgeText(line.askedAt())), words, "asked");
    narrow(addColumn(line -> needs(words, line)), words, "missing");
    addItemClickListener(
        click -> getUI().ifPresent(ui -> ui.navigate(ChangeLinks.change(click.getItem().id()))));
  }

  private static void narrow(Column<RequestLine> column, Wording words, String title) {
    column
        .setHeader(words.text("operation.page.column." + title))
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private static Div state(Wording words, RequestLine line) {
    var state = new Div(Badges.state(Wording.tone(line.state()), words.state(line.state())));
    if (line.breakGlass()) {
      state.add(Badges.state(Tone.WARNING, words.text("operation.page.glass.badge")));
    }
    state.addClassName("change-state");
    return state;
  }

  private static String needs(Wording words, RequestLine line) {
    var runsAt = line.runsAt();
    if (line.missing() > 0) {
      return words.text("operation.page.missing", line.missing());
    }
    return runsAt != null && line.state().waiting() ? words.formats().full(runsAt) : "";
  }
}
