package dev.bascule.dcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a DCS. Holds secrets; nothing of them shows in its text.
 *
 * @param name the inventory's name for it
 * @param endpoints {@code https://host:port}, at least one
 * @param prefix what is read, such as {@code /service/}
 * @param caPem the authority that signed the servers' certificates
 * @param certificatePem ours; null without client certificate
 * @param keyPem its key in PKCS#8; null without client certificate
 * @param user for password authentication; null when the certificate says who we are
 * @param password of that user
 */
public record DcsConnection(
    String name,
    List<String> endpoints,
    String prefix,
    @Nullable String caPem,
    @Nullable String certificatePem,
    @Nullable String keyPem,
    @Nullable String user,
    @Nullable String password) {

  /** The prefix that Patroni uses unless told otherwise. */
  public static final String SERVICE = "/service/";

  /** Checks that there is an endpoint and that the prefix ends with a slash. */
  public DcsConnection {
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("a DCS has at least one endpoint");
    }
    if (!prefix.startsWith("/") || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix begins and ends with a slash");
    }
  }

  @Override
  public String toString() {
    return name + " " + endpoints;
  }
}
