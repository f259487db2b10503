package dev.bascule.support;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.dcs.DcsEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real etcd held under real Patronis, recorded; and what patronictl and REST said then. */
public final class Samples {
  /** What the recorded keys begin with. */
  public static final String PREFIX = "/service/";

  /** The recorded moments, in order of their making. */
  public static final List<String> MOMENTS =
      List.of(
          "01-bootstrapped",
          "02-switchover-1",
          "02-switchover-2",
          "02-switchover-3",
          "02-switchover-4",
          "02-switchover-5",
          "02-switchover-6",
          "03-after-switchover",
          "04-scheduled-switchover",
          "04b-scheduled-switchover-rest",
          "05-after-flush",
          "06-pending-restart",
          "06b-scheduled-restart",
          "06c-bad-parameter-value",
          "07-paused",
          "08-resumed",
          "09-sync-mode",
          "09b-sync-mode-strict-2",
          "09c-quorum-mode",
          "10-sync-off",
          "11-failsafe-mode",
          "12-failsafe-off",
          "13-reinit-1",
          "13-reinit-2",
          "13-reinit-3",
          "13-reinit-4",
          "13-reinit-5",
          "13-reinit-6",
          "13-reinit-7",
          "13-reinit-8",
          "14-after-rest-switchover",
          "15-leader-dead-before-ttl",
          "16-after-failover",
          "17-after-rejoin",
          "18-two-clusters",
          "19-after-drop-replica",
          "20-after-drop-last",
          "21-after-remove",
          "22-after-quorum-restored",
          "30-lag",
          "31-tags");

  private static final JsonMapper JSON = JsonMapper.shared();

  private Samples() {}

  /** All keys at a recorded moment, at the time of the recording. */
  public static DcsEvent.Listed moment(String name) {
    var root = JSON.readTree(text("etcd/" + name + ".json"));
    var entries = new ArrayList<DcsEntry>();
    for (var key : root.get("keys")) {
      entries.add(entry(key, key.get("key").stringValue(), key.get("mod").longValue()));
    }
    return new DcsEvent.Listed(
        root.get("revision").longValue(),
        entries,
        Instant.parse(root.get("takenAt").stringValue()));
  }

  /**
   * Every change from revision 35 to 346, as etcd's watch gave them. The moments up to
   * 22-after-quorum-restored but the last lie on this stream; when each came wasn't recorded, so
   * each is a second after the one before.
   */
  public static List<DcsEvent.Changed> stream() {
    var start = moment("02-switchover-1");
    return text("etcd/watch-35-346.jsonl")
        .lines()
        .map(JSON::readTree)
        .map(
            line -> {
              var revision = line.get("revision").longValue();
              var at = start.at().plusSeconds(revision - start.revision());
              return new DcsEvent.Changed(revision, changes(line, revision), at);
            })
        .toList();
  }

  private static List<DcsChange> changes(JsonNode line, long revision) {
    var changes = new ArrayList<DcsChange>();
    for (var change : line.get("changes")) {
      changes.add(
          change.has("delete")
              ? new DcsChange.Deleted(change.get("delete").stringValue(), revision)
              : new DcsChange.Put(entry(change, change.get("put").stringValue(), revision)));
    }
    return changes;
  }

  private static DcsEntry entry(JsonNode node, String key, long modRevision) {
    return new DcsEntry(
        key,
        node.get("value").stringValue().getBytes(StandardCharsets.UTF_8),
        node.get("create").longValue(),
        modRevision,
        node.get("version").longValue(),
        node.get("lease").longValue());
  }

  /** The clusters of a recorded moment, by name. */
  public static List<String> clusters(DcsEvent.Listed moment) {
    return moment.entries().stream()
        .map(entry -> entry.key().substring(PREFIX.length()))
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .sorted()
        .toList();
  }

  /** What patronictl printed, without the command and the exit code. */
  public static String patronictl(String name) {
    return text("patronictl/" + name + ".txt")
        .lines()
        .filter(line -> !line.startsWith("$ ") && !line.startsWith("rc="))
        .reduce("", (all, line) -> all + line + "\n");
  }

  /** The JSON body of a recorded REST answer. */
  public static String rest(String name) {
    return text("rest/" + name + ".txt")
        .lines()
        .filter(line -> line.startsWith("{") || line.startsWith("["))
        .findFirst()
        .orElseThrow();
  }

  /** A file below {@code samples/}. */
  public static String text(String path) {
    try (var stream = Samples.class.getResourceAsStream("/samples/" + path)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no sample " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moments on the stream: their revisions are passed by it. */
  public static Stream<String> momentsOnTheStream() {
    return MOMENTS.stream()
        .filter(name -> name.compareTo("02-switchover-1") > 0 && name.compareTo("22") < 0);
  }
}
