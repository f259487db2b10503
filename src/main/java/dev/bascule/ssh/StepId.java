package dev.bascule.ssh;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a step: made once, before anything is sent, and used once. */
public record StepId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{7,63}");

  /** Checks the form: 8 to 64 of {@code [a-z0-9-]}. */
  public StepId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a step's id is 8 to 64 of a-z, 0-9 and -");
    }
  }

  /** A new one. */
  public static StepId fresh() {
    return new StepId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
