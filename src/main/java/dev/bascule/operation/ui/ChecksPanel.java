package dev.bascule.operation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bascule.operation.Check;
import dev.bascule.operation.Sheet;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks of a sheet, worst first, the green ones folded. A value that was another one at an
 * earlier moment has that one beside it, so that one sees what moved.
 */
final class ChecksPanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;
  private final transient Map<String, Sheet> others;
  private final Map<String, Checkbox> ticks = new LinkedHashMap<>();

  /**
   * Draws the checks.
   *
   * @param others the sheets of other moments with their title, oldest first
   * @param ticking whether reservations are to be acknowledged here
   * @param ticked called when a tick changed
   */
  ChecksPanel(
      Wording words, Sheet sheet, Map<String, Sheet> others, boolean ticking, Runnable ticked) {
    this.words = words;
    this.others = others;
    addClassName("panel");
    add(new H2(words.text("operation.page.checks")));
    for (var level : new Check.Level[] {Check.Level.RED, Check.Level.AMBER}) {
      for (var check : sheet.checks(level)) {
        var row = row(check);
        if (ticking && level == Check.Level.AMBER) {
          row.add(tick(check, ticked));
        }
        add(row);
      }
    }
    var green = new Div();
    sheet.checks(Check.Level.GREEN).forEach(check -> green.add(row(check)));
    add(
        new Details(
            words.text("operation.page.checks.green", sheet.checks(Check.Level.GREEN).size()),
            green));
  }

  /** The names of the reservations that were ticked. */
  Set<String> acknowledged() {
    return ticks.entrySet().stream()
        .filter(tick -> Boolean.TRUE.equals(tick.getValue().getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether every reservation was ticked. */
  boolean allAcknowledged() {
    return ticks.values().stream().allMatch(Checkbox::getValue);
  }

  /** Ticks again what was ticked on an earlier drawing of the same reservations. */
  void tickAgain(Set<String> names) {
    names.forEach(
        name -> {
          var tick = ticks.get(name);
          if (tick != null) {
            tick.setValue(true);
          }
        });
  }

  private Checkbox tick(Check check, Runnable ticked) {
    var tick = new Checkbox(words.text("operation.page.acknowledge"));
    tick.setAriaLabel(
        words.text("ui.named", words.text("operation.page.acknowledge"), title(check)));
    tick.addValueChangeListener(change -> ticked.run());
    ticks.put(check.name(), tick);
    return tick;
  }

  private String title(Check check) {
    var name = words.text("operation.check." + check.code());
    return check.subject().isEmpty() ? name : name + " · " + check.subject();
  }

  private Div row(Check check) {
    var tone =
        switch (check.level()) {
          case RED -> Tone.CRITICAL;
          case AMBER -> Tone.WARNING;
          case GREEN -> Tone.QUIET;
        };
    var limit = check.limit();
    var value = new Span(words.say(check.value()));
    value.addClassName("check-value");
    if (limit != null) {
      value.setText(words.say(check.value()) + " / " + words.say(limit));
    }
    var row = new Div(Badges.state(tone, title(check)), value, source(check));
    others.forEach((moment, sheet) -> moved(row, check, moment, sheet));
    var why = new Paragraph(words.text("operation.check." + check.code() + ".why"));
    why.addClassName("secondary");
    row.add(why);
    row.addClassNames("check", "check-" + check.level().name().toLowerCase(Locale.ROOT));
    return row;
  }

  private void moved(Div row, Check check, String moment, Sheet sheet) {
    sheet.checks().stream()
        .filter(one -> one.name().equals(check.name()))
        .findFirst()
        .filter(one -> !one.value().equals(check.value()))
        .ifPresent(
            one -> {
              var then = new Span(moment + " " + words.say(one.value()));
              then.addClassNames("secondary", "check-then");
              row.add(then);
            });
  }

  private Span source(Check check) {
    var source =
        new Span(
            words.text("operation.page.source." + check.source().name().toLowerCase(Locale.ROOT)));
    var seenAt = check.seenAt();
    if (seenAt != null) {
      source.add(new Span(" · "), new AgeText(seenAt));
    }
    source.addClassNames("secondary", "check-source");
    return source;
  }
}
