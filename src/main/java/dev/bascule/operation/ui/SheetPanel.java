package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Sheet;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rehearsal sheet: the same for who asks, who agrees, and who reads it afterwards. */
final class SheetPanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;
  private final transient Sheet sheet;
  private final ChecksPanel checks;

  /** What is drawn beside the sheet itself. */
  record Beside(Map<String, Sheet> others, @Nullable RequestView view) {
    /** Nothing: the sheet is new. */
    static final Beside NOTHING = new Beside(Map.of(), null);
  }

  /**
   * Draws a sheet.
   *
   * @param beside the sheets of other moments, and what has run
   * @param fingerprint of what is agreed to
   * @param ticking whether reservations are to be acknowledged here
   * @param ticked called when a tick changed
   */
  SheetPanel(
      Wording words,
      Sheet sheet,
      Beside beside,
      String fingerprint,
      boolean ticking,
      Runnable ticked) {
    this.words = words;
    this.sheet = sheet;
    addClassName("sheet");
    checks = new ChecksPanel(words, sheet, beside.others(), ticking, ticked);
    add(verdict(sheet, fingerprint), shift(sheet), new AudiencePanel(words, sheet), checks);
    if (!sheet.steps().isEmpty()) {
      add(new LanesPanel(words, sheet, beside.view()));
    }
    add(new CommandsPanel(words, sheet), wayBack(sheet));
  }

  /** The names of the reservations that were ticked. */
  Set<String> acknowledged() {
    return checks.acknowledged();
  }

  /** Whether every reservation was ticked. */
  boolean allAcknowledged() {
    return checks.allAcknowledged();
  }

  /** The reservations that were ticked and say the same on another sheet. */
  Set<String> stillAcknowledged(Sheet other) {
    return acknowledged().stream()
        .filter(name -> said(sheet, name).equals(said(other, name)))
        .collect(Collectors.toSet());
  }

  private static List<Fact> said(Sheet sheet, String name) {
    return sheet.checks().stream()
        .filter(check -> check.name().equals(name))
        .map(Check::value)
        .toList();
  }

  /** Ticks again what was ticked on an earlier drawing. */
  void tickAgain(Set<String> names) {
    checks.tickAgain(names);
  }

  private Component verdict(Sheet sheet, String fingerprint) {
    var badge =
        switch (sheet.verdict()) {
          case READY -> Badges.state(Tone.QUIET, words.text("operation.page.verdict.ready"));
          case RESERVATIONS ->
              Badges.state(
                  Tone.WARNING,
                  words.text("operation.page.verdict.reservations", sheet.reservations().size()));
          case BLOCKED ->
              Badges.state(
                  Tone.CRITICAL,
                  words.text(
                      "operation.page.verdict.blocked", sheet.checks(Check.Level.RED).size()));
        };
    var mark = new Span(new Span(words.text("operation.page.fingerprint") + " "));
    mark.add(Badges.mono(fingerprint));
    mark.addClassName("fingerprint");
    var line = new Div(badge, mark);
    line.addClassName("verdict");
    return line;
  }

  private Component shift(Sheet sheet) {
    var shift = sheet.shift();
    var before = new Div();
    var after = new Div();
    before.addClassNames("shift-side");
    after.addClassNames("shift-side");
    var certain = shift.after().size() == 1;
    for (var member : shift.members()) {
      var leads = shift.after().contains(member);
      before.add(card(member.value(), member.equals(shift.before()), false, true));
      if (!member.equals(shift.gone())) {
        after.add(card(member.value(), leads, leads != member.equals(shift.before()), certain));
      }
    }
    var arrow = new Span("→");
    arrow.getElement().setAttribute("aria-hidden", "true");
    var drawing = new Div(before, arrow, after);
    drawing.addClassName("shift");
    drawing.getElement().setAttribute("role", "img");
    drawing.getElement().setAttribute("aria-label", words.say(sheet.sentence()));
    return drawing;
  }

  /** Leaders stand above the others, as in the drawing of the topology. */
  private static Component card(String name, boolean leads, boolean changed, boolean certain) {
    var card = new Div(Badges.mono(name));
    card.addClassName("shift-card");
    if (leads) {
      card.addComponentAsFirst(Glyph.CROWN.icon());
      card.addClassName(certain ? "leads" : "may-lead");
    }
    if (changed) {
      card.addClassName("changed");
    }
    return card;
  }

  private Component wayBack(Sheet sheet) {
    var list = new UnorderedList();
    sheet.wayBack().forEach(phrase -> list.add(new ListItem(words.say(phrase))));
    var panel = new Div(new H2(words.text("operation.page.wayback")), list);
    panel.addClassName("panel");
    return panel;
  }
}
