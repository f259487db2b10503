package dev.bascule.audit.internal;

import dev.bascule.audit.PastedSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what a caller says about an entry into the JSON object that is kept: sorted, bounded,
 * masked.
 */
final class Detail {
  static final int LONGEST = 16_000;
  private static final int LONGEST_TEXT = 2_000;
  private static final int SHORT_TEXT = 200;
  private static final int MOST_VALUES = 200;
  private static final int DEEPEST = 6;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Detail() {}

  /** The JSON text of at most {@link #LONGEST} UTF-16 units. */
  static String json(Map<String, ?> detail) {
    String full = JSON.writeValueAsString(object(detail, LONGEST_TEXT, 0));
    if (full.length() <= LONGEST) {
      return full;
    }
    Map<String, @Nullable Object> shorter = object(detail, SHORT_TEXT, 0);
    shorter.put("cut", true);
    String cut = JSON.writeValueAsString(shorter);
    return cut.length() <= LONGEST
        ? cut
        : JSON.writeValueAsString(Map.of("cut", Texts.block(full, LONGEST_TEXT)));
  }

  private static Map<String, @Nullable Object> object(Map<?, ?> map, int longest, int depth) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.entrySet().stream()
        .limit(MOST_VALUES)
        .forEach(
            entry -> {
              String key = Texts.line(String.valueOf(entry.getKey()), SHORT_TEXT);
              sorted.put(key, value(key, entry.getValue(), longest, depth + 1));
            });
    return sorted;
  }

  private static @Nullable Object value(
      String key, @Nullable Object value, int longest, int depth) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      return value;
    }
    if (Masks.isSecret(key)) {
      return PastedSecrets.MASK;
    }
    if (depth < DEEPEST && value instanceof Map<?, ?> map) {
      return object(map, longest, depth);
    }
    if (depth < DEEPEST && value instanceof Iterable<?> values) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object one : values) {
        if (list.size() == MOST_VALUES) {
          list.add("…");
          break;
        }
        list.add(value(key, one, longest, depth + 1));
      }
      return list;
    }
    return PastedSecrets.mask(Texts.block(value.toString(), longest));
  }
}
