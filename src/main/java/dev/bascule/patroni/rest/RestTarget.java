package dev.bascule.patroni.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * One node's REST. Whether its host may be asked at all is the caller's to decide, before: an
 * {@code api_url} from the DCS is untrusted.
 *
 * @param base scheme, host and port; no path
 */
public record RestTarget(URI base, RestIdentity identity) {
  private static final int PATRONI_PORT = 8008;

  /** Refuses what is not an http(s) address of a host and a port. */
  public RestTarget {
    if (!acceptable(base)) {
      throw new IllegalArgumentException("not the address of a REST: http(s)://host:port");
    }
  }

  /**
   * Takes a member's {@code api_url}; its path is dropped, its port is 8008 when it has none. Empty
   * for anything but http(s) with a plain host.
   */
  public static Optional<RestTarget> of(String apiUrl, RestIdentity identity) {
    if (apiUrl.length() > 2048) {
      return Optional.empty();
    }
    try {
      var url = new URI(apiUrl);
      var port = url.getPort() < 0 ? PATRONI_PORT : url.getPort();
      if (url.getHost() == null || url.getUserInfo() != null) {
        return Optional.empty();
      }
      var base = new URI(url.getScheme(), null, url.getHost(), port, null, null, null);
      return acceptable(base) ? Optional.of(new RestTarget(base, identity)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean acceptable(URI base) {
    var scheme = base.getScheme();
    return ("https".equals(scheme) || "http".equals(scheme))
        && base.getHost() != null
        && base.getUserInfo() == null
        && base.getPort() > 0
        && base.getPort() <= 65535
        && (base.getRawPath() == null || base.getRawPath().isEmpty())
        && base.getRawQuery() == null
        && base.getRawFragment() == null;
  }

  URI at(String path) {
    return base.resolve(path);
  }
}
