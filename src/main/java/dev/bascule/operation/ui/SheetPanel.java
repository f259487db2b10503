package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bascule.operation.Audience;
import dev.bascule.operation.Check;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Sheet;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A rehearsal sheet: the same for who asks, who agrees, and who reads it afterwards. */
final class SheetPanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;
  private final Map<String, Checkbox> ticks = new LinkedHashMap<>();

  /**
   * Draws a sheet.
   *
   * @param others the sheets of other moments with their column's title, oldest first
   * @param fingerprint of what is agreed to
   * @param ticking whether reservations are to be acknowledged here
   * @param ticked called when a tick changed
   */
  SheetPanel(
      Wording words,
      Sheet sheet,
      Map<String, Sheet> others,
      String fingerprint,
      boolean ticking,
      Runnable ticked) {
    this.words = words;
    addClassName("sheet");
    add(
        verdict(sheet, fingerprint),
        shift(sheet),
        audience(sheet),
        checks(sheet, others, ticking, ticked));
    add(commands(sheet), wayBack(sheet));
  }

  /** The names of the reservations that were ticked. */
  Set<String> acknowledged() {
    return ticks.entrySet().stream()
        .filter(tick -> tick.getValue().getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether every reservation was ticked. */
  boolean allAcknowledged() {
    return ticks.values().stream().allMatch(Checkbox::getValue);
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
    var mark = Badges.mono(fingerprint);
    mark.getElement().setAttribute("title", words.text("operation.page.fingerprint"));
    var line = new Div(badge, new Span(words.text("operation.page.fingerprint")), mark);
    line.addClassName("verdict");
    return line;
  }

  private Component shift(Sheet sheet) {
    var shift = sheet.shift();
    var before = new Div();
    var after = new Div();
    before.addClassNames("shift-side");
    after.addClassNames("shift-side");
    for (var member : shift.members()) {
      before.add(card(member.value(), member.equals(shift.before()), false));
      after.add(
          card(
              member.value(),
              shift.after().contains(member),
              !member.equals(shift.before()) && shift.after().contains(member)));
    }
    var arrow = new Span("→");
    arrow.getElement().setAttribute("aria-hidden", "true");
    var drawing = new Div(before, arrow, after);
    drawing.addClassName("shift");
    drawing.getElement().setAttribute("role", "img");
    drawing.getElement().setAttribute("aria-label", words.say(sheet.sentence()));
    return drawing;
  }

  private static Component card(String name, boolean leads, boolean changed) {
    var card = new Div(Badges.mono(name));
    card.addClassName("shift-card");
    if (leads) {
      card.addComponentAsFirst(dev.bascule.ui.Glyph.CROWN.icon());
      card.addClassName("leads");
    }
    if (changed) {
      card.addClassName("changed");
    }
    return card;
  }

  private Component audience(Sheet sheet) {
    var panel = panel("operation.page.audience");
    var feels = sheet.audience();
    if (!feels.known()) {
      panel.add(new Paragraph(words.text("operation.page.audience.unknown")));
    } else {
      panel.add(new Paragraph(sessions(feels)));
      feels
          .longTransactions()
          .forEach(
              one ->
                  panel.add(
                      new Paragraph(
                          words.text(
                              "operation.page.audience.long",
                              one.application(),
                              one.user(),
                              words.formats().length(one.age())))));
      if (feels.preparedTransactions() > 0) {
        panel.add(
            new Paragraph(
                words.text("operation.page.audience.prepared", feels.preparedTransactions())));
      }
      if (feels.backups() > 0) {
        panel.add(new Paragraph(words.text("operation.page.audience.backups", feels.backups())));
      }
    }
    panel.add(new Paragraph(expected(sheet.interruptions())));
    panel.add(new Paragraph(words.text("operation.page.lost", words.say(sheet.mayBeLost()))));
    return panel;
  }

  private String sessions(Audience feels) {
    var list =
        feels.sessions().stream()
            .map(one -> (one.application().isEmpty() ? "?" : one.application()) + " " + one.total())
            .collect(Collectors.joining(", "));
    return words.text("operation.page.audience.sessions", feels.total(), list);
  }

  private String expected(Interruptions past) {
    var median = past.median();
    var worst = past.worst();
    return median == null || worst == null
        ? words.text("operation.page.expected.none")
        : words.text(
            "operation.page.expected",
            words.formats().measured(median),
            words.formats().measured(worst),
            past.count());
  }

  private Component checks(
      Sheet sheet, Map<String, Sheet> others, boolean ticking, Runnable ticked) {
    var panel = panel("operation.page.checks");
    var worse =
        sheet.checks().stream().filter(check -> check.level() != Check.Level.GREEN).toList();
    worse.forEach(check -> panel.add(row(check, others, ticking, ticked)));
    var green = new Div();
    sheet.checks(Check.Level.GREEN).forEach(check -> green.add(row(check, others, false, ticked)));
    var folded =
        new Details(
            words.text("operation.page.checks.green", sheet.checks(Check.Level.GREEN).size()),
            green);
    panel.add(folded);
    return panel;
  }

  private Component row(Check check, Map<String, Sheet> others, boolean ticking, Runnable ticked) {
    var tone =
        switch (check.level()) {
          case RED -> Tone.CRITICAL;
          case AMBER -> Tone.WARNING;
          case GREEN -> Tone.QUIET;
        };
    var name = words.text("operation.check." + check.code());
    var title = check.subject().isEmpty() ? name : name + " · " + check.subject();
    var limit = check.limit();
    var value =
        new Span(words.say(check.value()) + (limit == null ? "" : " / " + words.say(limit)));
    value.addClassName("check-value");
    var row = new Div(Badges.state(tone, title), value);
    others.forEach(
        (column, other) ->
            other.checks().stream()
                .filter(one -> one.name().equals(check.name()))
                .findFirst()
                .filter(one -> !one.value().equals(check.value()))
                .ifPresent(one -> row.add(secondary(column + " " + words.say(one.value())))));
    row.add(secondary(words.text("operation.check." + check.code() + ".why")));
    row.addClassName("check");
    if (ticking && check.level() == Check.Level.AMBER) {
      var tick = new Checkbox(words.text("operation.page.acknowledge"));
      tick.addValueChangeListener(change -> ticked.run());
      ticks.put(check.name(), tick);
      row.add(tick);
    }
    return row;
  }

  private static Span secondary(String text) {
    var span = new Span(text);
    span.addClassName("secondary");
    return span;
  }

  private Component commands(Sheet sheet) {
    var lines = new Div();
    for (HostCommand command : sheet.commands()) {
      var pre = new Pre(String.join(" ", command.argv()));
      pre.addClassName("mono");
      lines.add(new Paragraph(command.host() + " · " + command.account()), pre);
    }
    var details =
        new Details(words.text("operation.page.commands", sheet.commands().size()), lines);
    details.addClassName("panel");
    return details;
  }

  private Component wayBack(Sheet sheet) {
    var panel = panel("operation.page.wayback");
    var list = new UnorderedList();
    List.copyOf(sheet.wayBack()).forEach(phrase -> list.add(new ListItem(words.say(phrase))));
    panel.add(list);
    return panel;
  }

  private Div panel(String titleKey) {
    var panel = new Div(new H2(words.text(titleKey)));
    panel.addClassName("panel");
    return panel;
  }
}
