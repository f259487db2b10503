package dev.bascule.ui;

import java.util.List;
import java.util.Optional;

/**
 * One line that stands across the top of every page while it is true.
 *
 * @param id stable, so that the line stays in place while others come and go
 * @param key the translation key of its text
 * @param args the arguments of that text
 * @param link where it leads, a path inside the console without leading slash
 */
public record Banner(String id, Tone tone, String key, List<Object> args, Optional<String> link) {
  /** Copies its arguments. */
  public Banner {
    args = List.copyOf(args);
  }
}
