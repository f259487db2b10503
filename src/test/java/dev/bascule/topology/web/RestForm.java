package dev.bascule.topology.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The answer of {@code GET /api/v1/clusters/…} and that of Patroni's own {@code GET /cluster} in
 * one form, with exact bytes: what both tell.
 */
final class RestForm {
  private static final List<String> PLACES = List.of("receive", "replay");

  private RestForm() {}

  /** Of ours. */
  static List<Map<String, Object>> ours(JsonNode cluster) {
    var members = new ArrayList<Map<String, Object>>();
    for (var member : cluster.get("members")) {
      if (!member.get("absent").isNull()) {
        continue;
      }
      var leads = member.get("role").stringValue().endsWith("leader");
      var one = new TreeMap<String, Object>();
      for (var field : List.of("name", "role", "state", "host", "port")) {
        one.put(field, plain(member.get(field)));
      }
      one.put("timeline", member.get("timeline").isNull() ? "" : plain(member.get("timeline")));
      for (var place : leads ? List.<String>of() : PLACES) {
        one.put(place + "_lsn", known(member.get(place + "Lsn")));
        one.put(place + "_lag", known(member.get(place + "Lag")));
      }
      if (member.get("pendingRestart").booleanValue()) {
        one.put(
            "pending", member.get("pendingRestartReasons").get(0).get("parameter").stringValue());
      }
      if (!member.get("scheduledRestart").isNull()) {
        one.put("restart", member.get("scheduledRestart").get("at").stringValue());
      }
      if (!member.get("tags").isEmpty()) {
        one.put("tags", tags(member.get("tags")));
      }
      members.add(one);
    }
    return members;
  }

  /** Of Patroni's. */
  static List<Map<String, Object>> patronis(JsonNode cluster) {
    var members = new ArrayList<Map<String, Object>>();
    for (var member : cluster.get("members")) {
      var one = new TreeMap<String, Object>();
      for (var field : List.of("name", "role", "state", "host", "port")) {
        one.put(field, plain(member.get(field)));
      }
      one.put("timeline", member.has("timeline") ? plain(member.get("timeline")) : "");
      for (var place : PLACES) {
        if (member.has(place + "_lsn")) {
          one.put(place + "_lsn", plain(member.get(place + "_lsn")));
          one.put(place + "_lag", plain(member.get(place + "_lag")));
        }
      }
      if (member.path("pending_restart").asBoolean(false)) {
        one.put("pending", member.get("pending_restart_reason").propertyNames().iterator().next());
      }
      if (member.has("scheduled_restart")) {
        one.put("restart", member.get("scheduled_restart").get("schedule").stringValue());
      }
      if (member.has("tags")) {
        one.put("tags", tags(member.get("tags")));
      }
      members.add(one);
    }
    return members;
  }

  private static String known(JsonNode node) {
    return node.isNull() ? "unknown" : plain(node);
  }

  private static String plain(JsonNode node) {
    return node.asString();
  }

  private static Map<String, String> tags(JsonNode tags) {
    var sorted = new TreeMap<String, String>();
    tags.properties().forEach(tag -> sorted.put(tag.getKey(), plain(tag.getValue())));
    return sorted;
  }
}
