package dev.bascule.inventory;

import dev.bascule.dcs.DcsConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DCS as people describe it. Holds secrets; nothing of them shows in its text.
 *
 * @param name {@code [A-Za-z0-9][A-Za-z0-9._-]{0,62}}; its identity, part of every link
 * @param endpoints {@code https://host:port}, 1 to 15
 * @param prefix what Patroni writes below, such as {@code /service/}
 * @param environment that its clusters belong to unless they say otherwise; empty for none
 * @param identity towards etcd
 * @param user for password authentication; null when the certificate says who the console is
 * @param password of that user; null or blank: the one already kept
 * @param rest the identity towards Patroni's REST on its members; null: leave as it is
 */
public record DcsDraft(
    String name,
    List<String> endpoints,
    String prefix,
    String environment,
    IdentityDraft identity,
    @Nullable String user,
    @Nullable String password,
    @Nullable IdentityDraft rest) {
  private static final int MOST_ENDPOINTS = 15;

  /** Refuses what isn't a name, an endpoint or a prefix; writes endpoints in their one form. */
  public DcsDraft {
    Checked.name("name", name);
    endpoints = endpoints.stream().map(Endpoints::canonical).distinct().toList();
    if (endpoints.isEmpty()) {
      throw new Unacceptable("endpoints", "missing");
    }
    if (endpoints.size() > MOST_ENDPOINTS) {
      throw new Unacceptable("endpoints", "too.many", MOST_ENDPOINTS);
    }
    prefix = Endpoints.prefix(prefix.isBlank() ? DcsConnection.SERVICE : prefix);
    if (!environment.isEmpty()) {
      Checked.name("environment", environment);
    }
    user = user == null || user.isBlank() ? null : Checked.text("user", user, 100);
    if (password != null && password.length() > 1000) {
      throw new Unacceptable("password", "too.long", 1000);
    }
  }

  /** The host part of one of the endpoints. */
  public static HostAddress hostOf(String endpoint) {
    return Endpoints.host(endpoint);
  }

  @Override
  public String toString() {
    return name + " " + endpoints;
  }
}
