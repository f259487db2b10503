package dev.bascule.patroni;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code members/<name>}; the form is Patroni 4.1's {@code touch_member}, and the old URL.
 */
final class MemberReader {
  private static final int MOST = 200;
  private static final int LONGEST_WORD = 200;

  private MemberReader() {}

  static Reading<MemberKey> read(MemberName name, byte[] value) {
    if (value.length > 0 && value[0] == 'p') {
      return legacy(name, value);
    }
    return switch (Json.read(value)) {
      case Reading.Unreadable<JsonNode>(var reason) -> new Reading.Unreadable<>(reason);
      case Reading.Read<JsonNode>(var node) ->
          node.isObject()
              ? new Reading.Read<>(member(name, node))
              : new Reading.Unreadable<>("it is not a JSON object");
    };
  }

  private static MemberKey member(MemberName name, JsonNode node) {
    var address = address(Json.string(node, "conn_url"));
    var role = word(node, "role");
    return new MemberKey(
        name,
        address == null ? null : address.getHost(),
        address == null ? 0 : Math.max(0, address.getPort()),
        shortened(Json.string(node, "api_url")),
        word(node, "state"),
        PatroniRole.of(role),
        role,
        shortened(Json.string(node, "version")),
        Json.lsn(node, "xlog_location"),
        Json.lsn(node, "receive_lsn"),
        Json.lsn(node, "replay_lsn"),
        shortened(Json.string(node, "replication_state")),
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
    var text = Json.text(value).orElse("");
    var address = address(text);
    if (address == null) {
      return new Reading.Unreadable<>("it is neither JSON nor a connection URL");
    }
    var api =
        text.contains("application_name=")
            ? text.substring(text.indexOf("application_name=") + 17)
            : null;
    return new Reading.Read<>(
        new MemberKey(
            name,
            address.getHost(),
            Math.max(0, address.getPort()),
            shortened(api),
            "",
            PatroniRole.OTHER,
            "",
            null,
            null,
            null,
            null,
            null,
            0,
            false,
            new TreeMap<>(),
            null,
            Tags.NONE,
            false,
            false));
  }

  private static @Nullable URI address(@Nullable String url) {
    if (url == null || url.length() > 2048) {
      return null;
    }
    try {
      var uri = new URI(url);
      return uri.getHost() == null ? null : uri;
    } catch (URISyntaxException e) {
      return null;
    }
  }

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
        Times.parse(text),
        text,
        node.has("restart_pending"),
        shortened(Json.string(node, "postgres_version")));
  }

  private static Tags tags(@Nullable JsonNode node) {
    var tags = new TreeMap<String, String>();
    if (node != null && node.isObject()) {
      node.properties().stream()
          .limit(MOST)
          .forEach(entry -> tags.put(entry.getKey(), cut(Json.plain(entry.getValue()))));
    }
    return Tags.of(tags);
  }

  private static String word(JsonNode node, String field) {
    var value = Json.string(node, field);
    return value == null ? "" : cut(value);
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null ? null : cut(text);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD) + "…";
  }
}
