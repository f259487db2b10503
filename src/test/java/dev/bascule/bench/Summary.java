package dev.bascule.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results in a few lines, with what is expected of them. */
final class Summary {
  private static final double EXPECTED_P95 = 150;
  private static final double EXPECTED_RATIO = 5;
  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  static String of(Map<String, Object> results) {
    var summary = new Summary();
    summary.part("small fleet", map(results.get("small fleet")));
    summary.switchovers(map(results.get("switchovers")));
    summary.part("large fleet", map(results.get("large fleet")));
    summary.verdicts(map(results.get("small fleet")), map(results.get("large fleet")));
    return summary.text.toString();
  }

  private void part(String name, @Nullable Map<?, ?> part) {
    if (part == null) {
      return;
    }
    line(
        "%n%s   (milliseconds; load %s → %s)", name, part.get("loadBefore"), part.get("loadAfter"));
    map(part, "figures")
        .forEach(
            (what, figures) ->
                line(
                    "  %-24s p50 %8s   p95 %8s   p99 %8s   max %8s   of %s",
                    what,
                    map(figures, "p50").get("p50"),
                    map(figures, "p95").get("p95"),
                    map(figures, "p99").get("p99"),
                    map(figures, "max").get("max"),
                    map(figures, "count").get("count")));
    line(
        "  the console used %s processors; DOM %s", part.get("consoleProcessors"), part.get("dom"));
    if (part.get("notShown") instanceof Integer missed && missed > 0) {
      line("  %s times a page did not show it at all, and counts with the limit", missed);
    }
    if (part.get("changesEachSecond") != null) {
      line(
          "  %s clusters, %s changes/s acknowledged (%s failed), %s tabs",
          part.get("clusters"),
          part.get("changesEachSecond"),
          part.get("failedWrites"),
          part.get("tabs"));
    }
    var memory = map(part, "consoleMemory");
    line(
        "  %s RSS; %s",
        memory.get("VmRSS"),
        String.valueOf(memory.get("heapInfoAfterCollection")).replaceAll("\\s+", " "));
  }

  private void switchovers(@Nullable Map<?, ?> part) {
    if (part == null) {
      return;
    }
    line("%nreal switchovers   (load %s → %s)", part.get("loadBefore"), part.get("loadAfter"));
    if (part.get("raw") instanceof Iterable<?> raw) {
      raw.forEach(one -> line("  %s", one));
    }
  }

  private void verdicts(@Nullable Map<?, ?> small, @Nullable Map<?, ?> large) {
    if (small == null) {
      return;
    }
    var page = figure(small, "cluster page", "p95");
    line("");
    verdict(page <= EXPECTED_P95, "p95 %s ms, expected at most %s", page, EXPECTED_P95);
    var ratio = figure(small, "patronictl list -w 1", "p50") / figure(small, "cluster page", "p50");
    verdict(
        ratio >= EXPECTED_RATIO,
        "%.1f times sooner than patronictl list -w 1 at the median, expected at least %s",
        ratio,
        EXPECTED_RATIO);
    if (large != null) {
      var with = figure(large, "cluster page", "p95");
      verdict(
          with <= 2 * page,
          "p95 %s ms with the large fleet, expected at most twice that with the small one",
          with);
    }
  }

  private static double figure(Map<?, ?> part, String what, String which) {
    return map(map(part, "figures").get(what), which).get(which) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  private static Map<?, ?> map(@Nullable Object value, String key) {
    if (value instanceof Map<?, ?> map) {
      return map.get(key) instanceof Map<?, ?> inner ? inner : map;
    }
    return Map.of();
  }

  private static @Nullable Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : null;
  }

  @FormatMethod
  private void verdict(boolean good, String what, Object... values) {
    line("%s  %s", good ? "as expected:    " : "NOT as expected:", what.formatted(values));
  }

  @FormatMethod
  private void line(String format, @Nullable Object... values) {
    text.append(format.formatted(values)).append(System.lineSeparator());
  }
}
