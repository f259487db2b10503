package dev.bascule.operation.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a time on a clock on the wall means, where daylight saving may double or skip it. */
sealed interface LocalTime {
  /** It is this instant. */
  record Exactly(Instant at) implements LocalTime {}

  /** The clock shows it twice, the earlier first. */
  record Twice(List<ZoneOffset> offsets) implements LocalTime {
    /** Copies. */
    public Twice {
      offsets = List.copyOf(offsets);
    }
  }

  /** The clock jumps over it, from {@code before} to {@code after}. */
  record Never(LocalDateTime before, LocalDateTime after) implements LocalTime {}

  /**
   * What a time means.
   *
   * @param chosen which of two, when the clock shows it twice; null when nobody said
   */
  static LocalTime of(LocalDateTime local, ZoneId zone, @Nullable ZoneOffset chosen) {
    var rules = zone.getRules();
    var offsets = rules.getValidOffsets(local);
    if (offsets.size() == 1) {
      return new Exactly(local.toInstant(offsets.getFirst()));
    }
    if (offsets.isEmpty()) {
      var jump = rules.getTransition(local);
      return new Never(jump.getDateTimeBefore(), jump.getDateTimeAfter());
    }
    return chosen != null && offsets.contains(chosen)
        ? new Exactly(local.toInstant(chosen))
        : new Twice(offsets);
  }
}
