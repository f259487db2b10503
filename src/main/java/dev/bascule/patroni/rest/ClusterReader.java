package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@code /cluster} answers. */
final class ClusterReader {
  private static final int MOST = 200;

  private ClusterReader() {}

  /** Empty when the body is not a cluster of Patroni's. */
  static Optional<RestCluster> read(byte[] body) {
    return RestJson.object(body)
        .filter(node -> node.path("members").isArray())
        .map(
            node ->
                new RestCluster(
                    RestJson.word(node, "scope"),
                    members(node.path("members")),
                    RestJson.flag(node, "pause"),
                    scheduled(node.get("scheduled_switchover"))));
  }

  private static List<RestCluster.Member> members(JsonNode rows) {
    var members = new ArrayList<RestCluster.Member>();
    for (var i = 0; i < Math.min(rows.size(), MOST); i++) {
      var row = rows.get(i);
      var name = row == null ? null : RestJson.name(row, "name");
      if (row != null && name != null) {
        members.add(member(name, row));
      }
    }
    return members;
  }

  private static RestCluster.Member member(MemberName name, JsonNode row) {
    return new RestCluster.Member(
        name,
        RestJson.word(row, "role"),
        RestJson.word(row, "state"),
        RestJson.optional(row, "api_url"),
        RestJson.optional(row, "host"),
        RestJson.integer(row, "port"),
        RestJson.integer(row, "timeline"),
        RestJson.lsn(row, "receive_lsn"),
        RestJson.lsn(row, "replay_lsn"),
        RestJson.bytes(row, "receive_lag"),
        RestJson.bytes(row, "replay_lag"),
        RestJson.flag(row, "pending_restart"));
  }

  private static RestCluster.@Nullable Scheduled scheduled(@Nullable JsonNode node) {
    return node == null || !node.isObject()
        ? null
        : new RestCluster.Scheduled(
            RestJson.time(node, "at"), RestJson.name(node, "from"), RestJson.name(node, "to"));
  }
}
