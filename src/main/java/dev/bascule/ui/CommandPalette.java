package dev.bascule.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/** Search and commands: opens on Ctrl-K, arrows choose, Enter goes. */
final class CommandPalette extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 12;
  private static final int LONGEST = 100;

  private final transient List<CommandSource> sources;
  private final TextField field = new TextField();
  private final Div results = new Div();
  private transient List<CommandSource.Found> found = List.of();
  private int chosen;

  CommandPalette(List<CommandSource> sources) {
    this.sources = sources;
    addClassName("palette");
    setWidth("min(560px, 94vw)");
    getElement().setAttribute("aria-label", getTranslation("ui.palette"));
    field.setWidthFull();
    field.setMaxLength(LONGEST);
    field.setPlaceholder(getTranslation("ui.palette.placeholder"));
    field.setAriaLabel(getTranslation("ui.palette"));
    field.setPrefixComponent(Glyph.SEARCH.icon());
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(80);
    field.setAutofocus(true);
    field.addValueChangeListener(change -> search());
    field.addKeyDownListener(Key.ARROW_DOWN, press -> choose(chosen + 1));
    field.addKeyDownListener(Key.ARROW_UP, press -> choose(chosen - 1));
    field.addKeyDownListener(Key.ENTER, press -> go());
    results.addClassName("results");
    results.setId("palette-results");
    results.getElement().setAttribute("aria-live", "polite");
    add(field, results);
  }

  void show() {
    field.clear();
    search();
    open();
    field.focus();
  }

  private void search() {
    String text = field.getValue().strip();
    List<CommandSource.Found> all = new ArrayList<>();
    for (CommandSource source : sources) {
      all.addAll(source.find(text, SHOWN));
    }
    found = all.stream().limit(SHOWN).toList();
    results.removeAll();
    for (CommandSource.Found one : found) {
      Anchor line = new Anchor(one.link());
      line.addClassName("result");
      Span kind = new Span(getTranslation(one.kindKey()));
      kind.addClassName("secondary");
      line.add(new Span(one.label()), kind);
      line.getElement().addEventListener("click", click -> close());
      results.add(line);
    }
    if (found.isEmpty() && !text.isEmpty()) {
      results.add(new Paragraph(getTranslation("ui.palette.nothing")));
    }
    choose(0);
  }

  private void choose(int index) {
    if (found.isEmpty()) {
      chosen = 0;
      return;
    }
    chosen = Math.floorMod(index, found.size());
    for (int i = 0; i < found.size(); i++) {
      var element = results.getComponentAt(i).getElement();
      if (i == chosen) {
        element.setAttribute("data-chosen", true);
      } else {
        element.removeAttribute("data-chosen");
      }
    }
  }

  private void go() {
    if (chosen < found.size()) {
      String link = found.get(chosen).link();
      close();
      getUI().ifPresent(ui -> Links.go(ui, link));
    }
  }
}
