package dev.bascule.patroni;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the write-ahead log, in bytes since its beginning.
 *
 * @param value at least 0
 */
public record Lsn(long value) implements Comparable<Lsn> {
  private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

  /** Refuses a negative value. */
  public Lsn {
    if (value < 0) {
      throw new IllegalArgumentException("an LSN is not negative: " + value);
    }
  }

  /** Reads PostgreSQL's form, such as {@code 0/3051B58}; empty for anything else. */
  public static Optional<Lsn> parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var high = Long.parseLong(match.group(1), 16);
    return high > 0x7FFF_FFFFL
        ? Optional.empty()
        : Optional.of(new Lsn((high << 32) | Long.parseLong(match.group(2), 16)));
  }

  /** Bytes from {@code other} to this one, negative when this one is behind. */
  public long minus(Lsn other) {
    return value - other.value;
  }

  @Override
  public int compareTo(Lsn other) {
    return Long.compare(value, other.value);
  }

  /** PostgreSQL's form, such as {@code 0/3051B58}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%X/%X", value >>> 32, value & 0xFFFF_FFFFL);
  }
}
