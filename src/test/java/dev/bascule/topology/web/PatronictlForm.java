package dev.bascule.topology.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The answer of {@code GET /api/v1/clusters/…} in the form of {@code patronictl list}. */
public final class PatronictlForm {
  private static final int DEFAULT_PORT = 5432;

  private PatronictlForm() {}

  /** As {@code patronictl list -f json}: what is empty is left out. */
  public static List<Map<String, Object>> json(JsonNode cluster) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var member : present(cluster)) {
      var row = new LinkedHashMap<String, Object>();
      cells(cluster, member).forEach((name, value) -> put(row, name, value));
      rows.add(row);
    }
    return rows;
  }

  private static void put(Map<String, Object> row, String name, Object value) {
    if (!value.equals("")) {
      row.put(name, value);
    }
  }

  /** As the table of {@code patronictl list}, with {@code -e} when extended. */
  static PatronictlTable table(JsonNode cluster, boolean extended) {
    var members = present(cluster);
    var columns = new ArrayList<>(List.of("Member", "Host", "Role", "State", "TL"));
    columns.addAll(List.of("Receive LSN", "Receive Lag", "Replay LSN", "Replay Lag"));
    for (var column :
        List.of("Pending restart", "Pending restart reason", "Scheduled restart", "Tags")) {
      if (extended
          || members.stream().anyMatch(member -> !"".equals(cells(cluster, member).get(column)))) {
        columns.add(column);
      }
    }
    var rows =
        members.stream()
            .map(member -> cells(cluster, member))
            .map(
                cells -> columns.stream().map(column -> String.valueOf(cells.get(column))).toList())
            .toList();
    var shown = columns.stream().map(name -> name.endsWith(" Lag") ? "Lag" : name).toList();
    return new PatronictlTable(title(cluster), shown, rows, footer(cluster));
  }

  private static String title(JsonNode cluster) {
    var detail =
        switch (cluster.get("initialization").stringValue()) {
          case "initialized" -> cluster.get("systemIdentifier").stringValue();
          case "initializing" -> "initializing";
          default -> "uninitialized";
        };
    return "Cluster: " + cluster.get("cluster").stringValue() + " (" + detail + ")";
  }

  private static List<String> footer(JsonNode cluster) {
    var lines = new ArrayList<String>();
    if (cluster.get("paused").booleanValue()) {
      lines.add("Maintenance mode: on");
    }
    var scheduled = cluster.get("scheduledSwitchover");
    if (!scheduled.isNull()) {
      lines.add("Switchover scheduled at: " + scheduled.get("at").stringValue());
      if (!scheduled.get("from").isNull()) {
        lines.add("from: " + scheduled.get("from").stringValue());
      }
      if (!scheduled.get("to").isNull()) {
        lines.add("to: " + scheduled.get("to").stringValue());
      }
    }
    return lines;
  }

  /** patronictl doesn't know the absent. */
  private static List<JsonNode> present(JsonNode cluster) {
    return cluster.get("members").valueStream().filter(one -> one.get("absent").isNull()).toList();
  }

  private static Map<String, Object> cells(JsonNode cluster, JsonNode member) {
    var leads = member.get("role").stringValue().endsWith("leader");
    var cells = new LinkedHashMap<String, Object>();
    cells.put("Cluster", cluster.get("cluster").stringValue());
    cells.put("Member", member.get("name").stringValue());
    cells.put("Host", host(cluster, member));
    cells.put("Role", title(member.get("role").stringValue()));
    cells.put("State", member.get("state").stringValue());
    cells.put("TL", member.get("timeline").isNull() ? "" : member.get("timeline").intValue());
    for (var kind : List.of("receive", "replay")) {
      var lsn = member.get(kind + "Lsn");
      var lag = member.get(kind + "Lag");
      cells.put(title(kind) + " LSN", leads ? "" : lsn.isNull() ? "unknown" : lsn.stringValue());
      cells.put(title(kind) + " Lag", lag.isNull() ? "" : Math.round(lag.longValue() / 1048576.0));
    }
    cells.put("Pending restart", member.get("pendingRestart").booleanValue() ? "*" : "");
    cells.put("Pending restart reason", reasons(member.get("pendingRestartReasons")));
    cells.put("Scheduled restart", scheduled(member.get("scheduledRestart")));
    cells.put("Tags", tags(member.get("tags")));
    return cells;
  }

  private static String reasons(JsonNode reasons) {
    return lines(
        reasons
            .valueStream()
            .map(
                reason ->
                    reason.get("parameter").stringValue()
                        + ": "
                        + reason.get("oldValue").stringValue()
                        + "->"
                        + reason.get("newValue").stringValue()));
  }

  private static String scheduled(JsonNode restart) {
    if (restart.isNull()) {
      return "";
    }
    var older = restart.get("olderThan");
    return restart.get("at").stringValue()
        + (older.isNull() ? "" : " if version < " + older.stringValue());
  }

  private static String tags(JsonNode tags) {
    return lines(
        tags.properties().stream().map(tag -> tag.getKey() + ": " + tag.getValue().stringValue()));
  }

  private static String lines(Stream<String> lines) {
    return lines.reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
  }

  /** With its port as soon as one isn't PostgreSQL's own, or two members share a host. */
  private static String host(JsonNode cluster, JsonNode member) {
    if (member.get("host").isNull()) {
      return "";
    }
    var placed = present(cluster).stream().filter(other -> !other.get("host").isNull()).toList();
    var hosts = placed.stream().map(other -> other.get("host").stringValue()).distinct().count();
    var ports =
        placed.stream()
            .anyMatch(
                other ->
                    !other.get("port").isNull() && other.get("port").intValue() != DEFAULT_PORT);
    var host = member.get("host").stringValue();
    return (ports || hosts < placed.size()) && !member.get("port").isNull()
        ? host + ":" + member.get("port").intValue()
        : host;
  }

  private static String title(String word) {
    return Stream.of(word.split("_"))
        .map(part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1))
        .reduce("", (all, part) -> all.isEmpty() ? part : all + " " + part);
  }
}
