package dev.bascule.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of what is agreed to: an agreement holds for exactly this and nothing else.
 *
 * @param value 64 hexadecimal digits, lower case
 */
public record PlanHash(String value) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9a-f]{64}");

  /** Refuses anything but 64 hexadecimal digits. */
  public PlanHash {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException("a plan's hash is 64 hexadecimal digits");
    }
  }

  /** The hash of a canonical text. */
  public static PlanHash of(String canonical) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return new PlanHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Short enough to be compared aloud: {@code a1b2-c3d4}. */
  public String fingerprint() {
    return value.substring(0, 4) + "-" + value.substring(4, 8);
  }

  @Override
  public String toString() {
    return value;
  }
}
