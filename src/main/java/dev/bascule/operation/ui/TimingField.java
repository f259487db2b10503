package dev.bascule.operation.ui;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.bascule.operation.Timing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When something is to be done: by somebody's start, or at a time whose zone is said. A time that
 * daylight saving doubles is asked about, one that it skips is refused; UTC stands beside it.
 */
final class TimingField extends Div {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final transient Wording words;
  private final transient Runnable changed;
  private final RadioButtonGroup<Boolean> later = new RadioButtonGroup<>();
  private final DateTimePicker at = new DateTimePicker();
  private final ComboBox<String> zone = new ComboBox<>();
  private final RadioButtonGroup<ZoneOffset> which = new RadioButtonGroup<>();
  private final Checkbox byPatroni = new Checkbox();
  private boolean patroniMay = true;

  /**
   * A field.
   *
   * @param changed called after each change
   */
  TimingField(Wording words, Runnable changed) {
    this.words = words;
    this.changed = changed;
    addClassName("timing");
    later.setLabel(words.text("operation.page.new.when"));
    later.setItems(false, true);
    later.setItemLabelGenerator(
        choice -> words.text(choice ? "operation.page.new.at" : "operation.page.new.oncommand"));
    later.setValue(false);
    later.addValueChangeListener(change -> show());
    at.setLabel(words.text("operation.page.new.time"));
    at.addValueChangeListener(change -> show());
    zone.setLabel(words.text("operation.page.new.zone"));
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    zone.setValue(words.formats().zone().getId());
    zone.addValueChangeListener(change -> show());
    which.setLabel(words.text("operation.page.new.twice"));
    which.setItemLabelGenerator(offset -> "UTC" + (offset.getId().equals("Z") ? "" : offset));
    which.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            show();
          }
        });
    byPatroni.setLabel(words.text("operation.page.new.patroni"));
    byPatroni.addValueChangeListener(change -> changed.run());
    add(later, at, zone, which, byPatroni);
    for (var part : new com.vaadin.flow.component.Component[] {at, zone, which, byPatroni}) {
      part.setVisible(false);
    }
  }

  /** Without the choice of letting Patroni keep it. */
  @CanIgnoreReturnValue
  TimingField keptHere() {
    patroniMay = false;
    return this;
  }

  /** What was chosen; empty while something is missing. */
  Optional<Timing> timing() {
    if (!Boolean.TRUE.equals(later.getValue())) {
      return Optional.of(new Timing.OnCommand());
    }
    var keeper =
        Boolean.TRUE.equals(byPatroni.getValue()) ? Timing.Keeper.PATRONI : Timing.Keeper.BASCULE;
    return meant()
        .filter(LocalTime.Exactly.class::isInstance)
        .map(exact -> ((LocalTime.Exactly) exact).at())
        .map(instant -> new Timing.At(instant, ZoneId.of(zone.getValue()), keeper));
  }

  private Optional<LocalTime> meant() {
    LocalDateTime local = at.getValue();
    String where = zone.getValue();
    return local == null || where == null
        ? Optional.empty()
        : Optional.of(
            LocalTime.of(
                local.truncatedTo(ChronoUnit.MINUTES), ZoneId.of(where), which.getValue()));
  }

  private void show() {
    boolean scheduled = Boolean.TRUE.equals(later.getValue());
    at.setVisible(scheduled);
    zone.setVisible(scheduled);
    byPatroni.setVisible(scheduled && patroniMay);
    which.setVisible(false);
    at.setHelperText("");
    at.setErrorMessage("");
    at.setInvalid(false);
    if (scheduled) {
      meant().ifPresent(this::tell);
    }
    changed.run();
  }

  private void tell(LocalTime meant) {
    switch (meant) {
      case LocalTime.Exactly(var instant) -> {
        at.setHelperText(utc(instant));
        which.setVisible(!which.isEmpty() && twice());
      }
      case LocalTime.Twice(var offsets) -> {
        which.setItems(offsets);
        which.setVisible(true);
      }
      case LocalTime.Never(var before, var after) -> {
        at.setErrorMessage(
            words.text("operation.page.new.skipped", CLOCK.format(before), CLOCK.format(after)));
        at.setInvalid(true);
      }
    }
  }

  private boolean twice() {
    return LocalTime.of(at.getValue(), ZoneId.of(zone.getValue()), null) instanceof LocalTime.Twice;
  }

  private static String utc(Instant instant) {
    return CLOCK.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
  }
}
