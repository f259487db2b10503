package dev.bascule.pglift.internal;

import dev.bascule.pglift.SiteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** pglift's site settings, as {@code pglift site-settings -o json} has them. */
final class SiteSettings {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 20;

  private final JsonNode all;

  private SiteSettings(JsonNode all) {
    this.all = all;
  }

  static Optional<SiteSettings> read(String json) {
    try {
      return Optional.of(new SiteSettings(JSON.readTree(json)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Null without Patroni. */
  @Nullable SiteRules rules() {
    JsonNode patroni = all.path("patroni");
    if (!patroni.isObject()) {
      return null;
    }
    JsonNode mode = patroni.path("configuration_mode");
    var etcd = new ArrayList<String>();
    for (JsonNode host : patroni.path("etcd").path("hosts")) {
      if (etcd.size() < MOST) {
        etcd.add(host.asString(""));
      }
    }
    JsonNode postgresql = all.path("postgresql");
    return new SiteRules(
        mode.path("auth").asString("local") + "/" + mode.path("parameters").asString("local"),
        etcd,
        List.of(
            role(postgresql, "surole", "postgres"),
            role(postgresql, "replrole", "replication"),
            role(postgresql, "backuprole", "backup")));
  }

  private static String role(JsonNode postgresql, String role, String usual) {
    JsonNode node = postgresql.path(role);
    return node.isString() ? node.asString(usual) : node.path("name").asString(usual);
  }

  /** A path in which {@code {version}} and {@code {name}} stand for the instance's. */
  String path(String name) {
    return all.path("postgresql").path(name).asString("");
  }
}
