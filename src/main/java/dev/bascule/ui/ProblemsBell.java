package dev.bascule.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;

/** The bell: how many problems there are, and the gravest of them when opened. */
final class ProblemsBell extends Div {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private final transient List<ProblemSource> sources;
  private final Button button = new Button(Glyph.BELL.icon());
  private final Span number = new Span();
  private final Div list = new Div();
  private final Popover popover = new Popover();

  ProblemsBell(List<ProblemSource> sources) {
    this.sources = sources;
    addClassName("problems-bell");
    button.addThemeVariants(ButtonVariant.TERTIARY);
    number.addClassName("count");
    number.getElement().setAttribute("aria-hidden", "true");
    popover.setTarget(button);
    popover.setAriaLabel(getTranslation("ui.problems"));
    popover.addOpenedChangeListener(
        change -> {
          if (change.isOpened()) {
            fill();
          }
        });
    popover.add(new H2(getTranslation("ui.problems")), list);
    popover.getElement().getClassList().add("problems-list");
    add(button, number, popover);
    LiveBinding.refresh(this, sources, this::draw);
    draw();
  }

  private void draw() {
    int all = 0;
    int critical = 0;
    for (ProblemSource source : sources) {
      ProblemSource.Count count = source.count();
      all += count.all();
      critical += count.critical();
    }
    number.setText(all > 99 ? "99+" : Integer.toString(all));
    number.setVisible(all > 0);
    number.setClassName("tone-critical", critical > 0);
    button.setAriaLabel(getTranslation("ui.problems.count", all, critical));
    if (popover.isOpened()) {
      fill();
    }
  }

  private void fill() {
    list.removeAll();
    sources.stream()
        .flatMap(source -> source.problems(SHOWN).stream())
        .sorted((a, b) -> b.tone().compareTo(a.tone()))
        .limit(SHOWN)
        .forEach(problem -> list.add(line(problem)));
    if (list.getComponentCount() == 0) {
      list.add(new Paragraph(getTranslation("ui.problems.none")));
    }
  }

  private Anchor line(Problem problem) {
    Anchor line = new Anchor(problem.link());
    line.addClassName("problem");
    Div text = new Div(Badges.mono(problem.subject()));
    text.add(new Div(problem.text()));
    problem.since().ifPresent(since -> text.add(new AgeText(since)));
    line.add(Badges.state(problem.tone(), getTranslation("ui.tone." + problem.tone().css())), text);
    line.getElement().addEventListener("click", click -> popover.close());
    return line;
  }
}
