package dev.bascule.pglift;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An instance, always in full: every instance is called {@code main} somewhere.
 *
 * @param version PostgreSQL's major version, such as {@code 17}
 * @param name pglift's
 */
public record InstanceName(String version, String name) {
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,3}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.]{0,62}");

  /** Checks both parts. */
  public InstanceName {
    if (!VERSION.matcher(version).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an instance is VERSION/NAME");
    }
  }

  /** Reads {@code 17/main}; empty for anything else. */
  public static Optional<InstanceName> parse(String text) {
    var parts = text.split("/", -1);
    return parts.length == 2
            && VERSION.matcher(parts[0]).matches()
            && NAME.matcher(parts[1]).matches()
        ? Optional.of(new InstanceName(parts[0], parts[1]))
        : Optional.empty();
  }

  /** {@code 17-main}, as in the names of files and units. */
  public String qualified() {
    return version + "-" + name;
  }

  @Override
  public String toString() {
    return version + "/" + name;
  }
}
