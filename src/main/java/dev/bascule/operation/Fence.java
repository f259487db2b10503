package dev.bascule.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The facts that an agreement depends on, and no others. When one changes, what was agreed to is no
 * more.
 *
 * @param facts stable names (texts are {@code operation.fence.<name>}) and values, in a fixed order
 */
public record Fence(SequencedMap<String, String> facts) {
  /** Copies. */
  public Fence {
    facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
  }

  /**
   * A fact that isn't what it was.
   *
   * @param then empty when there was none
   * @param now empty when there is none any more
   */
  public record Difference(String fact, String then, String now) {}

  /** What is different in {@code now}, in order. */
  public List<Difference> differences(Fence now) {
    var names = new LinkedHashSet<>(facts.keySet());
    names.addAll(now.facts.keySet());
    var found = new ArrayList<Difference>();
    for (String name : names) {
      String then = facts.getOrDefault(name, "");
      String today = now.facts.getOrDefault(name, "");
      if (!then.equals(today)) {
        found.add(new Difference(name, then, today));
      }
    }
    return List.copyOf(found);
  }

  /** One fact; empty when there is none of that name. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  /** From a map whose order counts. */
  public static Fence of(Map<String, String> facts) {
    return new Fence(new LinkedHashMap<>(facts));
  }
}
