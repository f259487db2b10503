package dev.bascule.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The environments that a person's rights reach: all of them, or those named.
 *
 * @param everywhere whether all environments are reached, those to come included
 * @param environments the names of those reached otherwise; empty when {@code everywhere}
 */
public record Scope(boolean everywhere, Set<String> environments) {
  private static final int MOST = 100;
  private static final int LONGEST = 64;

  /** Refuses contradictions and names that no environment can have. */
  public Scope {
    environments = Set.copyOf(environments);
    if (everywhere && !environments.isEmpty()) {
      throw new IllegalArgumentException("a scope is everywhere, or names environments");
    }
    if (environments.size() > MOST) {
      throw new IllegalArgumentException("a scope names at most " + MOST + " environments");
    }
    for (String name : environments) {
      if (name.isBlank()
          || name.length() > LONGEST
          || name.indexOf(',') >= 0
          || name.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("not an environment's name");
      }
    }
  }

  /** Every environment, those to come included. */
  public static Scope all() {
    return new Scope(true, Set.of());
  }

  /** Only these environments; none at all if empty. */
  public static Scope of(Set<String> environments) {
    return new Scope(false, environments);
  }

  /** Whether what happens in this environment is within reach. */
  public boolean covers(String environment) {
    return everywhere || environments.contains(environment);
  }

  /** Whether it reaches all that the other one does. */
  public boolean includes(Scope other) {
    return everywhere || (!other.everywhere && environments.containsAll(other.environments));
  }

  /** {@code *} or the names, sorted, separated by commas: the form that is stored. */
  @Override
  public String toString() {
    return everywhere ? "*" : new TreeSet<>(environments).stream().collect(Collectors.joining(","));
  }

  /** Reads the stored form back. */
  public static Scope parse(String text) {
    if (text.equals("*")) {
      return all();
    }
    return of(text.isEmpty() ? Set.of() : Set.of(text.split(",")));
  }
}
