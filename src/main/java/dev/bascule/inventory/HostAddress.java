package dev.bascule.inventory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a host is reached: an IP address, or a name in the DNS's syntax. Nothing else resolves to
 * anything here: no {@code 127.1}, no hexadecimal octets, no brackets, no trailing dot.
 *
 * @param value in its one form: lower case, IPv6 as Java writes it
 */
public record HostAddress(String value) {
  private static final int LONGEST = 253;
  private static final Pattern OCTETS =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
  private static final Pattern GROUPS = Pattern.compile("[0-9a-f:.]{2,45}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

  /** Refuses what is neither, and writes it in its one form. */
  public HostAddress {
    value = canonical("address", value);
  }

  static HostAddress parse(String field, String text) {
    return new HostAddress(canonical(field, text));
  }

  /** The address itself when it is one, not a name; never asks the DNS. */
  public Optional<InetAddress> literal() {
    return isLiteral(value) ? Optional.of(numeric(value)) : Optional.empty();
  }

  /** As part of a URL. */
  public String inUrl() {
    return value.indexOf(':') >= 0 ? "[" + value + "]" : value;
  }

  private static boolean isLiteral(String text) {
    return OCTETS.matcher(text).matches() || text.indexOf(':') >= 0;
  }

  private static String canonical(String field, String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      throw new Unacceptable(field, "missing");
    }
    if (plain.length() > LONGEST) {
      throw new Unacceptable(field, "too.long", LONGEST);
    }
    if (plain.indexOf(':') >= 0) {
      if (!GROUPS.matcher(plain).matches()) {
        throw new Unacceptable(field, "not.an.address");
      }
      try {
        // colons make it a literal: this never asks the DNS
        return InetAddress.getByName(plain).getHostAddress();
      } catch (UnknownHostException e) {
        throw new Unacceptable(field, "not.an.address");
      }
    }
    if (OCTETS.matcher(plain).matches()) {
      return plain;
    }
    if (!DOMAIN.matcher(plain).matches() || NUMBER.matcher(plain).matches()) {
      throw new Unacceptable(field, "not.an.address");
    }
    return plain;
  }

  private static InetAddress numeric(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a literal address needs no name service", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
