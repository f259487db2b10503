package dev.bascule.patroni.rest;

import dev.bascule.patroni.PatroniRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the status that {@code /patroni} and the checks answer with. */
final class StatusReader {
  private static final int MOST = 200;

  private StatusReader() {}

  /** Empty when the body is not a status of Patroni's. */
  static Optional<PatroniStatus> read(byte[] body) {
    return RestJson.object(body)
        .filter(node -> node.has("state") && node.has("role"))
        .map(StatusReader::status);
  }

  private static PatroniStatus status(JsonNode node) {
    var role = RestJson.word(node, "role");
    var xlog = node.path("xlog");
    var patroni = node.path("patroni");
    return new PatroniStatus(
        RestJson.word(node, "state"),
        PatroniRole.of(role),
        role,
        RestJson.integer(node, "timeline"),
        RestJson.lsn(xlog, "location"),
        RestJson.lsn(xlog, "received_location"),
        RestJson.lsn(xlog, "replayed_location"),
        RestJson.flag(xlog, "paused"),
        RestJson.optional(node, "replication_state"),
        RestJson.flag(node, "sync_standby") || RestJson.flag(node, "quorum_standby"),
        followers(node.path("replication")),
        RestJson.flag(node, "pause"),
        RestJson.flag(node, "cluster_unlocked"),
        RestJson.flag(node, "failsafe_mode_is_active"),
        RestJson.epoch(node, "dcs_last_seen"),
        RestJson.optional(node, "database_system_identifier"),
        RestJson.flag(node, "pending_restart"),
        RestJson.flag(node, "watchdog_failed"),
        RestJson.time(node, "postmaster_start_time"),
        RestJson.integer(node, "server_version"),
        RestJson.optional(patroni, "version"),
        RestJson.optional(patroni, "scope"),
        RestJson.name(patroni, "name"));
  }

  private static List<PatroniStatus.Follower> followers(JsonNode rows) {
    var followers = new ArrayList<PatroniStatus.Follower>();
    for (var i = 0; i < Math.min(rows.size(), MOST); i++) {
      var row = rows.get(i);
      if (row != null && row.isObject()) {
        followers.add(
            new PatroniStatus.Follower(
                RestJson.word(row, "application_name"),
                RestJson.word(row, "client_addr"),
                RestJson.word(row, "state"),
                RestJson.word(row, "sync_state")));
      }
    }
    return followers;
  }
}
