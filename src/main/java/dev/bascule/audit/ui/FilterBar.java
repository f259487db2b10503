package dev.bascule.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import dev.bascule.audit.AuditResult;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of the filter; each change is told at once, as one would write it in the address. */
final class FilterBar extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> KINDS =
      List.of(
          "cluster",
          "host",
          "dcs",
          "environment",
          "policy",
          "person",
          "account",
          "token",
          "secret",
          "doing",
          "console");

  private final transient Words words;
  private final transient ZoneId zone;
  private final SerializableConsumer<Change> changed;
  private final TextField text = new TextField();
  private final TextField who = new TextField();
  private final ComboBox<String> action = new ComboBox<>();
  private final Select<String> kind = new Select<>();
  private final Select<AuditResult> result = new Select<>();
  private final Select<Period> period = new Select<>();
  private final DateTimePicker from = new DateTimePicker();
  private final DateTimePicker to = new DateTimePicker();
  private final Div about = new Div();
  private final Anchor everything = new Anchor("audit");
  private String id = "";
  private boolean showing;

  /**
   * Another filter was set.
   *
   * @param typing whether more is to come at once: not worth a step in the browser's history
   */
  record Change(Filter filter, boolean typing) {}

  FilterBar(Words words, ZoneId zone, SerializableConsumer<Change> changed) {
    this.words = words;
    this.zone = zone;
    this.changed = changed;
    addClassName("filters");
    getElement().setAttribute("role", "search");
    typed(text, "audit.filter.text").addClassName("grows");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    typed(who, "audit.filter.who");
    actions();
    kind.setLabel(getTranslation("audit.filter.kind"));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(getTranslation("audit.filter.any"));
    kind.setPlaceholder(getTranslation("audit.filter.any"));
    kind.setItems(KINDS);
    kind.setItemLabelGenerator(one -> one == null || one.isEmpty() ? "" : words.subject(one));
    kind.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            id = "";
            tell(false);
          }
        });
    result.setLabel(getTranslation("audit.filter.result"));
    result.setEmptySelectionAllowed(true);
    result.setEmptySelectionCaption(getTranslation("audit.filter.any"));
    result.setPlaceholder(getTranslation("audit.filter.any"));
    result.setItems(AuditResult.values());
    result.setItemLabelGenerator(one -> one == null ? "" : words.result(one));
    result.addValueChangeListener(change -> tellIf(change.isFromClient()));
    period.setLabel(getTranslation("audit.filter.period"));
    period.setItems(Period.values());
    period.setItemLabelGenerator(one -> words.text("audit.filter.period." + one.name()));
    period.addValueChangeListener(
        change -> {
          between(change.getValue() == Period.BETWEEN);
          tellIf(change.isFromClient() && change.getValue() != Period.BETWEEN);
        });
    time(from, "audit.filter.from");
    time(to, "audit.filter.to");
    between(false);
    about.addClassName("about");
    everything.setText(getTranslation("audit.filter.everything"));
    everything.addClassName("everything");
    Button more = new Button(getTranslation("audit.filter.more"));
    more.addClassName("more");
    more.addClickListener(click -> setClassName("open", !hasClassName("open")));
    add(text, more, who, action, kind, result, period, from, to, about, everything);
  }

  private TextField typed(TextField field, String key) {
    field.setLabel(getTranslation(key));
    field.setMaxLength(Filter.LONGEST);
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(300);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            tell(true);
          }
        });
    return field;
  }

  private void actions() {
    action.setLabel(getTranslation("audit.filter.action"));
    action.setClearButtonVisible(true);
    action.setAllowCustomValue(true);
    action.addClassName("action");
    List<String> known = words.sentences().actions();
    action.setItems(
        (code, typed) -> {
          String wanted = typed.toLowerCase(java.util.Locale.ROOT);
          return code.contains(wanted)
              || words.say(code).toLowerCase(java.util.Locale.ROOT).contains(wanted);
        },
        known);
    action.setItemLabelGenerator(words::say);
    action.setRenderer(
        new ComponentRenderer<>(
            code -> {
              Div line = new Div(new Div(words.say(code)), Badges.mono(code));
              line.addClassName("action-choice");
              return line;
            }));
    action.addCustomValueSetListener(
        typed -> {
          action.setValue(typed.getDetail().strip());
          tell(false);
        });
    action.addValueChangeListener(change -> tellIf(change.isFromClient()));
  }

  private void time(DateTimePicker field, String key) {
    field.setLabel(getTranslation(key));
    field.setLocale(getLocale());
    field.addValueChangeListener(change -> tellIf(change.isFromClient()));
  }

  private void between(boolean shown) {
    from.setVisible(shown);
    to.setVisible(shown);
  }

  private void tellIf(boolean really) {
    if (really) {
      tell(false);
    }
  }

  private void tell(boolean typing) {
    if (!showing) {
      changed.accept(new Change(filter(), typing));
    }
  }

  /** Shows a filter; nothing is told. */
  void show(Filter filter) {
    showing = true;
    try {
      text.setValue(filter.text());
      who.setValue(filter.who());
      action.setValue(filter.action().isEmpty() ? null : filter.action());
      if (!filter.kind().isEmpty() && !KINDS.contains(filter.kind())) {
        List<String> kinds = new ArrayList<>(KINDS);
        kinds.add(filter.kind());
        kind.setItems(kinds);
      }
      kind.setValue(filter.kind().isEmpty() ? null : filter.kind());
      id = filter.id();
      result.setValue(filter.result());
      period.setValue(filter.period());
      from.setValue(local(filter.from()));
      to.setValue(local(filter.to()));
      about.removeAll();
      about.setVisible(!id.isEmpty());
      if (!id.isEmpty()) {
        about.add(new Span(words.subject(filter.kind())));
        about.add(Badges.mono(id), anyOther());
      }
      everything.setVisible(!filter.isNone());
    } finally {
      showing = false;
    }
  }

  private Button anyOther() {
    Button away =
        new Button(
            Glyph.CROSS.icon(),
            click -> {
              id = "";
              tell(false);
            });
    away.setAriaLabel(getTranslation("audit.filter.about.away"));
    away.addThemeVariants(ButtonVariant.TERTIARY);
    return away;
  }

  private Filter filter() {
    Period chosen = period.getValue() == null ? Period.EVER : period.getValue();
    return new Filter(
        chosen,
        instant(from.getValue()),
        instant(to.getValue()),
        who.getValue(),
        action.getValue() == null ? "" : action.getValue(),
        kind.getValue() == null ? "" : kind.getValue(),
        id,
        result.getValue(),
        text.getValue(),
        OptionalLong.empty());
  }

  private @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(zone).toInstant();
  }

  private @Nullable LocalDateTime local(@Nullable Instant time) {
    return time == null
        ? null
        : LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS);
  }
}
