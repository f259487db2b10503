package dev.bascule.patroni;

import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code members/<name>}; the form is Patroni 4.1's {@code touch_member}, and the old URL.
 */
final class MemberReader {
  private static final int MOST = 200;
  private static final int LONGEST_URL = 2048;
  private static final Pattern CONN_URL =
      Pattern.compile(
          "^postgres(?:ql)?://(?:[^@/?#]*@)?(?<host>\\[[0-9A-Fa-f:.%]{2,64}]|[^:/?#@\\[\\]\\s]{1,255})"
              + "(?::(?<port>[0-9]{1,5}))?(?:[/?#]|$)");
  private static final Pattern LEGACY_API = Pattern.compile("[?&]application_name=([^&]{1,1024})");

  private MemberReader() {}

  static Reading<MemberKey> read(MemberName name, byte[] value) {
    if (value.length > 0 && value[0] == 'p') {
      return legacy(name, value);
    }
    return Json.object(value).then(node -> new Reading.Read<>(member(name, node)));
  }

  private static MemberKey member(MemberName name, JsonNode node) {
    var address = address(Json.string(node, "conn_url"));
    var role = word(node, "role");
    return new MemberKey(
        name,
        address == null ? null : address.host(),
        address == null ? 0 : address.port(),
        optional(node, "api_url"),
        word(node, "state"),
        PatroniRole.of(role),
        role,
        optional(node, "version"),
        Json.lsn(node, "xlog_location"),
        Json.lsn(node, "receive_lsn"),
        Json.lsn(node, "replay_lsn"),
        optional(node, "replication_state"),
        Math.max(0, Json.integer(node, "timeline", 0)),
        node.path("pending_restart").asBoolean(false),
        reasons(node.get("pending_restart_reason")),
        scheduledRestart(node.get("scheduled_restart")),
        tags(node.get("tags")),
        node.path("pause").asBoolean(false),
        node.has("checkpoint_after_promote")
            && !node.path("checkpoint_after_promote").asBoolean(true));
  }

  /** {@code postgres://host:port/db?application_name=<api_url>}: what old Patronis wrote. */
  private static Reading<MemberKey> legacy(MemberName name, byte[] value) {
    return Json.text(value)
        .then(
            text -> {
              var address = address(text);
              if (address == null) {
                return new Reading.Unreadable<>("it is neither JSON nor a connection URL");
              }
              var api = LEGACY_API.matcher(text);
              return new Reading.Read<>(
                  MemberKey.reachedAt(
                      name,
                      address.host(),
                      address.port(),
                      api.find() ? Json.shortened(api.group(1)) : null));
            });
  }

  /** Java's URI refuses hosts with an underscore, which PostgreSQL takes. */
  private static @Nullable Address address(@Nullable String url) {
    if (url == null || url.length() > LONGEST_URL) {
      return null;
    }
    var match = CONN_URL.matcher(url);
    if (!match.find()) {
      return null;
    }
    var host = match.group("host");
    var port = match.group("port");
    var number = port == null ? 0 : Integer.parseInt(port);
    return new Address(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        number > 65535 ? 0 : number);
  }

  private record Address(String host, int port) {}

  private static SequencedMap<String, ParameterChange> reasons(@Nullable JsonNode node) {
    var reasons = new TreeMap<String, ParameterChange>();
    if (node != null && node.isObject()) {
      node.properties().stream()
          .limit(MOST)
          .filter(entry -> entry.getValue().isObject())
          .forEach(
              entry ->
                  reasons.put(
                      entry.getKey(),
                      new ParameterChange(
                          word(entry.getValue(), "old_value"),
                          word(entry.getValue(), "new_value"))));
    }
    return reasons;
  }

  private static @Nullable ScheduledRestart scheduledRestart(@Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      return null;
    }
    var text = word(node, "schedule");
    return new ScheduledRestart(
        Times.parse(text), text, node.has("restart_pending"), optional(node, "postgres_version"));
  }

  private static Tags tags(@Nullable JsonNode node) {
    var tags = new TreeMap<String, String>();
    if (node != null && node.isObject()) {
      node.properties().stream()
          .limit(MOST)
          .forEach(entry -> tags.put(entry.getKey(), Json.shortened(Json.plain(entry.getValue()))));
    }
    return Tags.of(tags);
  }

  private static String word(JsonNode node, String field) {
    var value = Json.string(node, field);
    return value == null ? "" : Json.shortened(value);
  }

  private static @Nullable String optional(JsonNode node, String field) {
    var value = Json.string(node, field);
    return value == null ? null : Json.shortened(value);
  }
}
