package dev.bascule.topology;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member's {@code api_url} may be asked. It is untrusted: whoever can write to the DCS
 * can point it anywhere, and the console would go there with its client certificate.
 */
public enum RestAddress {
  /** Its host is one that the inventory knows. */
  KNOWN,
  /** Plausible, but at no host that the inventory knows. */
  UNKNOWN_HOST,
  /** Not an http(s) URL of a host and port, or at an address that no node of a cluster has. */
  REFUSED,
  /** The member's key doesn't say one. */
  NONE;

  private static final Pattern URL =
      Pattern.compile(
          "https?://(?<host>\\[[0-9a-f:.]{2,64}]|[a-z0-9_.-]{1,253}):(?<port>[0-9]{1,5})(?:/[^\\s]{0,200})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOWHERE =
      Pattern.compile(
          "localhost|.*\\.localhost|0\\..*|127\\..*|169\\.254\\..*|::1|::|fe[89ab].:.*|::ffff:.*"
              + "|0x.*|[0-9]+|22[4-9]\\..*|23[0-9]\\..*|ff..:.*");

  /**
   * Judges one.
   *
   * @param hosts names and addresses of the known hosts, in lower case
   */
  static RestAddress of(@Nullable String apiUrl, Set<String> hosts) {
    if (apiUrl == null || apiUrl.isEmpty()) {
      return NONE;
    }
    var host = host(apiUrl);
    if (host == null) {
      return REFUSED;
    }
    // a declared host is known even where the address looks odd, as on a test machine
    if (hosts.contains(host)) {
      return KNOWN;
    }
    return NOWHERE.matcher(host).matches() ? REFUSED : UNKNOWN_HOST;
  }

  /** Java's own URI refuses hosts with an underscore, which nodes do have. */
  private static @Nullable String host(String url) {
    var match = URL.matcher(url);
    if (!match.matches() || Integer.parseInt(match.group("port")) > 65535) {
      return null;
    }
    var host = match.group("host").toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1);
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
