package dev.bascule.patroni;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the values of the keys below {@code /service/<cluster>/} as Patroni 4.1 writes them. Every
 * reader is tolerant and bounded, and none throws on any input.
 */
public final class PatroniKeys {
  /** How many of the newest history entries are kept. */
  public static final int HISTORY_KEPT = 200;

  private static final int MOST_NAMES = 200;
  private static final int MOST_SLOTS = 1000;
  private static final int LONGEST_IDENTIFIER = 64;

  /** {@code leader:candidate} of names without JSON's own signs. */
  private static final Pattern LEGACY_FAILOVER = Pattern.compile("[^\\[\\]{}\",\\s]+");

  private PatroniKeys() {}

  /** {@code members/<name>}. */
  public static Reading<MemberKey> member(MemberName name, byte[] value) {
    return MemberReader.read(name, value);
  }

  /** {@code config}. */
  public static Reading<DynamicConfig> config(byte[] value) {
    return DynamicConfig.read(value);
  }

  /** {@code leader}: the member's name. */
  public static Reading<MemberName> leader(byte[] value) {
    return Json.text(value).then(PatroniKeys::name);
  }

  /** {@code initialize}: the system identifier; empty while bootstrapping. */
  public static Reading<String> initialize(byte[] value) {
    return Json.text(value)
        .then(
            text ->
                text.length() > LONGEST_IDENTIFIER
                    ? new Reading.Unreadable<>("it is no system identifier")
                    : new Reading.Read<>(text.strip()));
  }

  /** {@code failover}: empty when nothing was asked for ({@code {}} stays there afterwards). */
  public static Reading<Optional<FailoverKey>> failover(byte[] value) {
    return Json.text(value)
        .then(
            text -> {
              var stripped = text.strip();
              if (stripped.isEmpty()) {
                return new Reading.Read<>(Optional.empty());
              }
              return LEGACY_FAILOVER.matcher(stripped).matches()
                  ? legacyFailover(stripped)
                  : Json.object(value).then(node -> new Reading.Read<>(failover(node)));
            });
  }

  private static Optional<FailoverKey> failover(JsonNode node) {
    var leader = optionalName(Json.string(node, "leader"));
    var candidate = optionalName(Json.string(node, "member"));
    var at = Json.string(node, "scheduled_at");
    return leader == null && candidate == null && at == null
        ? Optional.empty()
        : Optional.of(new FailoverKey(leader, candidate, Times.parse(at), at));
  }

  /** {@code leader:candidate}, as versions before 1.0 wrote it. */
  private static Reading<Optional<FailoverKey>> legacyFailover(String text) {
    var parts = text.split(":", 2);
    return new Reading.Read<>(
        Optional.of(
            new FailoverKey(
                optionalName(parts[0]),
                parts.length > 1 ? optionalName(parts[1]) : null,
                null,
                null)));
  }

  /** {@code sync}; empty when it names nobody. */
  public static Reading<Optional<SyncKey>> sync(byte[] value) {
    return Json.object(value).then(node -> new Reading.Read<>(sync(node)));
  }

  private static Optional<SyncKey> sync(JsonNode node) {
    var leader = optionalName(Json.string(node, "leader"));
    var standbys = Json.string(node, "sync_standby");
    var names =
        standbys == null
            ? List.<MemberName>of()
            : Arrays.stream(standbys.split(",", MOST_NAMES))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= Names.LONGEST)
                .map(MemberName::new)
                .toList();
    return leader == null && names.isEmpty()
        ? Optional.empty()
        : Optional.of(new SyncKey(leader, names, Math.max(0, Json.integer(node, "quorum", 0))));
  }

  /** {@code status}, and the bare number that older versions wrote. */
  public static Reading<StatusKey> status(byte[] value) {
    return Json.read(value).then(PatroniKeys::status);
  }

  private static Reading<StatusKey> status(JsonNode node) {
    if (node.isIntegralNumber()) {
      return new Reading.Read<>(new StatusKey(Json.lsn(node).orElse(null), Map.of()));
    }
    if (!node.isObject()) {
      return new Reading.Unreadable<>("it is neither a JSON object nor a number");
    }
    var slots = new HashMap<String, Lsn>();
    node.path("slots").properties().stream()
        .limit(MOST_SLOTS)
        .forEach(slot -> Json.lsn(slot.getValue()).ifPresent(lsn -> slots.put(slot.getKey(), lsn)));
    return new Reading.Read<>(new StatusKey(Json.lsn(node, "optime"), slots));
  }

  /** {@code history}: the newest {@value #HISTORY_KEPT} entries, oldest first. */
  public static Reading<List<HistoryEntry>> history(byte[] value) {
    return Json.lastElements(value, HISTORY_KEPT)
        .then(
            rows ->
                new Reading.Read<>(
                    rows.stream().flatMap(row -> historyEntry(row).stream()).toList()));
  }

  private static Optional<HistoryEntry> historyEntry(JsonNode row) {
    if (!row.isArray()
        || row.size() < 3
        || !row.get(0).isIntegralNumber()
        || !row.get(0).canConvertToInt()) {
      return Optional.empty();
    }
    var reason = Json.plain(row.get(2));
    return Json.lsn(row.get(1))
        .map(
            lsn ->
                new HistoryEntry(
                    row.get(0).intValue(),
                    lsn,
                    Json.shortened(reason),
                    row.size() > 3 ? Times.parse(Json.plain(row.get(3))) : null,
                    row.size() > 4 ? optionalName(Json.plain(row.get(4))) : null));
  }

  /** {@code failsafe}: REST addresses by member. */
  public static Reading<SequencedMap<MemberName, String>> failsafe(byte[] value) {
    return Json.object(value).then(node -> new Reading.Read<>(failsafe(node)));
  }

  private static SequencedMap<MemberName, String> failsafe(JsonNode node) {
    var members = new TreeMap<MemberName, String>();
    node.properties().stream()
        .limit(MOST_NAMES)
        .filter(entry -> !entry.getKey().isEmpty() && entry.getKey().length() <= Names.LONGEST)
        .forEach(
            entry ->
                members.put(
                    new MemberName(entry.getKey()), Json.shortened(Json.plain(entry.getValue()))));
    return Collections.unmodifiableSequencedMap(members);
  }

  private static Reading<MemberName> name(String text) {
    return text.isEmpty() || text.length() > Names.LONGEST
        ? new Reading.Unreadable<>("it is no member's name")
        : new Reading.Read<>(new MemberName(text));
  }

  private static @Nullable MemberName optionalName(@Nullable String text) {
    return text == null || text.isEmpty() || text.length() > Names.LONGEST
        ? null
        : new MemberName(text);
  }
}
