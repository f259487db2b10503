package dev.bascule.audit.ui;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far back one looks. */
enum Period {
  EVER("", null),
  HOUR("1h", Duration.ofHours(1)),
  DAY("24h", Duration.ofDays(1)),
  WEEK("7d", Duration.ofDays(7)),
  MONTH("30d", Duration.ofDays(30)),
  /** From one time to another. */
  BETWEEN("between", null);

  private final String code;
  private final @Nullable Duration length;

  Period(String code, @Nullable Duration length) {
    this.code = code;
    this.length = length;
  }

  /** As addresses say it. */
  String code() {
    return code;
  }

  @Nullable Duration length() {
    return length;
  }

  static Period of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElse(EVER);
  }
}
