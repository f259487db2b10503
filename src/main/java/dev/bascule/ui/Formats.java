package dev.bascule.ui;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How numbers, sizes, ages and times are written, in the reader's language and zone. Pure.
 *
 * @param locale English or French
 * @param zone the zone in which times are shown; its abbreviation is always written
 */
public record Formats(Locale locale, ZoneId zone) {
  private static final String[] POWERS = {"", "k", "M", "G", "T", "P", "E"};

  /** For the page being shown: its language, and the browser's time zone. */
  public static Formats of(UI ui) {
    ZoneId zone = ZoneId.systemDefault();
    var details = ui.getPage().getExtendedClientDetails();
    String id = details == null ? null : details.getTimeZoneId();
    if (id != null && !id.isBlank()) {
      try {
        zone = ZoneId.of(id);
      } catch (DateTimeException e) {
        // a browser may send anything; the server's zone will do
        zone = ZoneId.systemDefault();
      }
    }
    return new Formats(ui.getLocale(), zone);
  }

  /** Bytes by powers of 1024: "312 kB", "1.2 MB"; in French "312 ko", "1,2 Mo". */
  public String bytes(long bytes) {
    double value = Math.abs((double) bytes);
    int power = 0;
    while (value >= 999.5 && power < POWERS.length - 1) {
      value /= 1024;
      power++;
    }
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMaximumFractionDigits(power > 0 && value < 9.95 ? 1 : 0);
    String unit = POWERS[power] + (french() ? "o" : "B");
    return (bytes < 0 ? "−" : "") + number.format(value) + "\u00a0" + unit;
  }

  /** Bytes or "?" when not known: an unknown lag is never 0. */
  public String bytes(OptionalLong bytes) {
    return bytes.isPresent() ? bytes(bytes.getAsLong()) : "?";
  }

  /** Every byte: "319,488 bytes". */
  public String exactBytes(long bytes) {
    String unit =
        Math.abs(bytes) <= 1 ? (french() ? "octet" : "byte") : french() ? "octets" : "bytes";
    return NumberFormat.getIntegerInstance(locale).format(bytes) + "\u00a0" + unit;
  }

  /** A length of time by its largest units: "0.4 s", "8 s", "3 min", "2 h 05", "4 d". */
  public String length(Duration length) {
    long millis = Math.max(0, length.toMillis());
    if (millis < 950) {
      NumberFormat number = NumberFormat.getNumberInstance(locale);
      number.setMaximumFractionDigits(1);
      number.setMinimumFractionDigits(1);
      return number.format(millis / 1000.0) + "\u00a0s";
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 60) {
      return seconds + "\u00a0s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "\u00a0min";
    }
    if (seconds < 86_400) {
      return "%d\u00a0h\u00a0%02d".formatted(seconds / 3600, seconds % 3600 / 60);
    }
    return seconds / 86_400 + (french() ? "\u00a0j" : "\u00a0d");
  }

  /** An exact length of time, for measurements: "1.42 s". */
  public String measured(Duration length) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMinimumFractionDigits(2);
    number.setMaximumFractionDigits(2);
    return number.format(length.toMillis() / 1000.0) + "\u00a0s";
  }

  /** "8 s ago", "il y a 8 s". */
  public String ago(Duration age) {
    return french() ? "il y a\u00a0" + length(age) : length(age) + " ago";
  }

  /** The time of day with seconds, and the day when it isn't {@code today}'s. */
  public String time(Instant at, Instant today) {
    ZonedDateTime there = at.atZone(zone);
    LocalDate now = today.atZone(zone).toLocalDate();
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm:ss", locale);
    return there.toLocalDate().equals(now) ? clock.format(there) : full(at);
  }

  /** Day, time and zone: "2026-11-23 02:14:07 CET", "23/11/2026 02:14:07 CET". */
  public String full(Instant at) {
    String day = french() ? "dd/MM/yyyy" : "yyyy-MM-dd";
    return DateTimeFormatter.ofPattern(day + " HH:mm:ss zzz", locale).format(at.atZone(zone));
  }

  /** A whole number with its language's grouping. */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  private boolean french() {
    return locale.getLanguage().equals("fr");
  }
}
