package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long something held nowhere: from the first answer of the old leader that it doesn't hold any
 * more, to the first answer of any member that it holds.
 *
 * @param began since the probe began
 * @param ended since the probe began
 * @param by on whom it holds again
 * @param uncertainty by how much the length may be wrong: the pause before each end
 */
record Gap(Duration began, Duration ended, MemberName by, Duration uncertainty) {

  Duration length() {
    return ended.minus(began);
  }

  /**
   * Finds the first gap in a series; empty when there was none or it has not ended.
   *
   * <p>A node that doesn't answer is not a node that says no: silence alone is no gap when the old
   * leader then answers as before. But when a no follows, or another member holds it, the gap began
   * with the silence.
   *
   * @param holds what a sample says; null for nothing
   */
  static Optional<Gap> first(
      List<Sample> samples, MemberName old, Function<Sample, @Nullable Boolean> holds) {
    var search = new Search(old);
    return samples.stream()
        .sorted(Comparator.comparing(Sample::answered))
        .map(sample -> search.next(sample, holds.apply(sample)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What is known after some of the samples. */
  private static final class Search {
    private final MemberName old;
    private final Map<MemberName, Duration> previous = new HashMap<>();
    private Duration lastHeld = Duration.ZERO;
    private @Nullable Duration silentFrom;
    private @Nullable Duration began;

    Search(MemberName old) {
      this.old = old;
    }

    Optional<Gap> next(Sample sample, @Nullable Boolean holds) {
      var isOld = sample.member().equals(old);
      var found = Optional.<Gap>empty();
      if (holds == null) {
        if (isOld && silentFrom == null) {
          silentFrom = sample.asked();
        }
      } else if (holds) {
        found = held(sample, isOld);
      } else if (isOld && began == null) {
        began = silentFrom == null ? sample.answered() : silentFrom;
      }
      if (holds != null) {
        previous.put(sample.member(), sample.answered());
      }
      return found;
    }

    private Optional<Gap> held(Sample sample, boolean isOld) {
      var from = began == null && !isOld ? silentFrom : began;
      if (from != null) {
        var before = previous.getOrDefault(sample.member(), from);
        var atEnd = sample.answered().minus(before);
        var atBegin = from.minus(lastHeld);
        return Optional.of(
            new Gap(
                from,
                sample.answered(),
                sample.member(),
                atBegin.compareTo(atEnd) > 0 ? atBegin : atEnd));
      }
      if (isOld) {
        lastHeld = sample.answered();
        silentFrom = null;
      }
      return Optional.empty();
    }
  }
}
