package dev.bascule.bench;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moments in milliseconds since 1970, with fractions, as browsers have them; and their figures. */
final class Moments {
  private Moments() {}

  static double now() {
    var now = Instant.now();
    return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
  }

  /** The value that a share of all do not exceed (nearest rank). */
  static double percentile(Collection<Double> values, double share) {
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  static Map<String, Object> figures(Collection<Double> values) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("count", values.size());
    for (var share : Arrays.asList(0.5, 0.95, 0.99, 1.0)) {
      figures.put(
          share == 1.0 ? "max" : "p" + Math.round(share * 100), rounded(percentile(values, share)));
    }
    return figures;
  }

  /** To a hundredth. */
  static double rounded(double millis) {
    return Math.round(millis * 100) / 100.0;
  }
}
