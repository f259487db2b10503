package dev.bascule.operation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long writes were interrupted by this cluster's own past operations.
 *
 * @param count of how many the others are made; 0 means no history yet
 */
public record Interruptions(int count, @Nullable Duration median, @Nullable Duration worst) {
  /** No history yet. */
  public static final Interruptions NONE = new Interruptions(0, null, null);

  /** From measured lengths, in any order. */
  public static Interruptions of(List<Duration> measured) {
    if (measured.isEmpty()) {
      return NONE;
    }
    List<Duration> sorted = measured.stream().sorted().toList();
    int middle = sorted.size() / 2;
    Duration median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    return new Interruptions(sorted.size(), median, sorted.getLast());
  }
}
