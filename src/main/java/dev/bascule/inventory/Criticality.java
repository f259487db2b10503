package dev.bascule.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much hangs on a cluster; policies may ask for it. Codes are stored, never change. */
public enum Criticality {
  /** Nobody would call at night. */
  LOW,
  /** The usual. */
  MEDIUM,
  /** Business stops with it. */
  HIGH;

  /** {@code low}, {@code medium}, {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a code, in any case. */
  public static Optional<Criticality> parse(String code) {
    return Stream.of(values()).filter(one -> one.code().equalsIgnoreCase(code.strip())).findFirst();
  }
}
