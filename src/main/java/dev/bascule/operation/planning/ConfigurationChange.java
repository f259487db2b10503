package dev.bascule.operation.planning;

import dev.bascule.patroni.DynamicConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two dynamic configurations, short enough for a line. */
final class ConfigurationChange {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DEEPEST = 3;
  private static final int MOST = 5;
  private static final int LONGEST = 60;

  private ConfigurationChange() {}

  /** Such as {@code postgresql.parameters.work_mem: "4MB" → "8MB"}. */
  static String describe(DynamicConfig then, DynamicConfig now) {
    Map<String, String> before = leaves(then);
    Map<String, String> after = leaves(now);
    var paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    int more = 0;
    for (String path : paths) {
      String old = before.getOrDefault(path, "∅");
      String today = after.getOrDefault(path, "∅");
      if (old.equals(today)) {
        continue;
      }
      if (lines.size() < MOST) {
        lines.add(path + ": " + cut(old) + " → " + cut(today));
      } else {
        more++;
      }
    }
    return String.join("; ", lines) + (more == 0 ? "" : "; +" + more);
  }

  private static Map<String, String> leaves(DynamicConfig config) {
    var leaves = new TreeMap<String, String>();
    collect("", JSON.readTree(config.json()), 1, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, int depth, Map<String, String> leaves) {
    if (!node.isObject() || depth > DEEPEST) {
      leaves.put(path, node.toString());
      return;
    }
    for (var property : node.properties()) {
      String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      collect(name, property.getValue(), depth + 1, leaves);
    }
  }

  private static String cut(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }
}
