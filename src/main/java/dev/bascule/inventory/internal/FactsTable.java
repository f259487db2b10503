package dev.bascule.inventory.internal;

import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostInstance;
import dev.bascule.pglift.InstanceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of what hosts last told; callers hold the transaction. */
@Component
final class FactsTable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;

  FactsTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  Map<HostId, HostFacts> all() {
    var found = new HashMap<HostId, HostFacts>();
    sql.sql("select * from host_facts")
        .query(
            row -> {
              found.put(
                  new HostId(row.getObject("host", UUID.class)),
                  new HostFacts(
                      Sql.instant(row, "collected_at"),
                      row.getString("host_name"),
                      row.getString("pglift_version"),
                      row.getString("settings"),
                      instances(row.getString("instances")),
                      row.getString("trouble")));
            });
    return found;
  }

  void put(HostId id, HostFacts facts) {
    sql.sql("delete from host_facts where host = ?").param(id.value()).update();
    sql.sql(
            """
            insert into host_facts (host, collected_at, host_name, pglift_version, settings, instances, trouble)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Sql.row(
                id.value(),
                Sql.time(facts.collectedAt()),
                facts.hostName(),
                facts.pgliftVersion(),
                facts.settings(),
                json(facts.instances()),
                facts.trouble()))
        .update();
  }

  void delete(HostId id) {
    sql.sql("delete from host_facts where host = ?").param(id.value()).update();
  }

  private static String json(List<HostInstance> instances) {
    var array = JSON.createArrayNode();
    for (var instance : instances) {
      array
          .addObject()
          .put("name", instance.name().toString())
          .put("port", instance.port())
          .put("dataDirectory", instance.dataDirectory())
          .put("running", instance.running())
          .put("scope", instance.scope())
          .put("member", instance.member())
          .put("configFile", instance.configFile());
    }
    return JSON.writeValueAsString(array);
  }

  private static List<HostInstance> instances(String json) {
    var found = new ArrayList<HostInstance>();
    for (var node : JSON.readTree(json)) {
      InstanceName.parse(node.path("name").asString())
          .ifPresent(
              name ->
                  found.add(
                      new HostInstance(
                          name,
                          node.path("port").asInt(),
                          node.path("dataDirectory").asString(),
                          node.path("running").asBoolean(),
                          text(node, "scope"),
                          text(node, "member"),
                          text(node, "configFile"))));
    }
    return found;
  }

  private static @Nullable String text(JsonNode node, String name) {
    var value = node.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }
}
