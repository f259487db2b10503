package dev.bascule.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of a DCS's endpoints and prefix. */
final class Endpoints {
  private static final Pattern PREFIX = Pattern.compile("/(?:[A-Za-z0-9._-]{1,63}/){1,8}");
  private static final int LONGEST = 300;

  private Endpoints() {}

  /** {@code https://host:port}, nothing more; http only for what is said so explicitly. */
  static String canonical(String text) {
    var plain = text.strip();
    if (plain.isEmpty()) {
      throw new Unacceptable("endpoints", "missing");
    }
    if (plain.length() > LONGEST) {
      throw new Unacceptable("endpoints", "too.long", LONGEST);
    }
    try {
      var uri = new URI(plain.contains("://") ? plain : "https://" + plain);
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      var host = uri.getHost();
      if (!(scheme.equals("https") || scheme.equals("http"))
          || host == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null
          || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
        throw new Unacceptable("endpoints", "not.an.endpoint");
      }
      var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      var port = uri.getPort() < 0 ? 2379 : uri.getPort();
      Checked.port("endpoints", port);
      return scheme + "://" + HostAddress.parse("endpoints", bare).inUrl() + ":" + port;
    } catch (URISyntaxException e) {
      throw new Unacceptable("endpoints", "not.an.endpoint");
    }
  }

  /** Of a canonical endpoint. */
  static HostAddress host(String canonical) {
    var host = URI.create(canonical).getHost();
    return new HostAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
  }

  static String prefix(String text) {
    var plain = text.strip();
    var closed = (plain.startsWith("/") ? "" : "/") + plain + (plain.endsWith("/") ? "" : "/");
    if (!PREFIX.matcher(closed).matches() || closed.contains("/./") || closed.contains("/../")) {
      throw new Unacceptable("prefix", "not.a.prefix");
    }
    return closed;
  }
}
