package dev.bascule.topology;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recorded moment of {@code maincluster} of which a test changes one thing. */
final class Edited {
  static final MemberName PG1 = new MemberName("srv-pg1");
  static final MemberName PG2 = new MemberName("srv-pg2");
  static final MemberName PG3 = new MemberName("srv-pg3");

  private final Map<String, DcsEntry> entries = new LinkedHashMap<>();
  private final Map<MemberName, MemberFacts> facts = new HashMap<>();
  private final Instant at;
  private final String name;
  private Surroundings around = Recorded.KNOWN_HOSTS;

  private Edited(String moment, String name) {
    var listed = Samples.moment(moment);
    this.at = listed.at();
    this.name = name;
    listed.entries().stream()
        .filter(entry -> entry.key().startsWith("/service/maincluster/"))
        .forEach(entry -> entries.put(entry.key().substring(21), entry));
  }

  /** Three healthy members, srv-pg1 leading. */
  static Edited healthy() {
    return new Edited("02-switchover-1", "maincluster");
  }

  static Edited moment(String moment) {
    return new Edited(moment, "maincluster");
  }

  /** The same keys under another cluster's name. */
  static Edited named(String name) {
    return new Edited("02-switchover-1", name);
  }

  @CanIgnoreReturnValue
  Edited put(String path, String value) {
    return put(path, value.getBytes(StandardCharsets.UTF_8));
  }

  @CanIgnoreReturnValue
  Edited put(String path, byte[] value) {
    var old = entries.get(path);
    var created = old == null ? 900 : old.createRevision();
    var lease = old == null ? 0 : old.lease();
    entries.put(path, new DcsEntry("/service/x/" + path, value, created, 901, 2, lease));
    return this;
  }

  /** Replaces a text within a key's value. */
  @CanIgnoreReturnValue
  Edited change(String path, String from, String to) {
    var entry = entries.get(path);
    var value = entry == null ? "" : new String(entry.value(), StandardCharsets.UTF_8);
    if (!value.contains(from)) {
      throw new IllegalArgumentException(path + " doesn't say " + from + ": " + value);
    }
    return put(path, value.replace(from, to));
  }

  @CanIgnoreReturnValue
  Edited delete(String path) {
    entries.remove(path);
    return this;
  }

  @CanIgnoreReturnValue
  Edited config(String json) {
    return put("config", json);
  }

  @CanIgnoreReturnValue
  Edited tags(MemberName member, String json) {
    return change("members/" + member, "\"state\"", "\"tags\":" + json + ",\"state\"");
  }

  @CanIgnoreReturnValue
  Edited fact(MemberName member, MemberFacts known) {
    facts.put(member, known);
    return this;
  }

  @CanIgnoreReturnValue
  Edited expecting(ExpectedMember... members) {
    around = around.withExpected(List.of(members), around.retired());
    return this;
  }

  ClusterTrack track() {
    var own =
        entries.entrySet().stream()
            .map(
                one ->
                    new DcsEntry(
                        "/service/" + name + "/" + one.getKey(),
                        one.getValue().value(),
                        one.getValue().createRevision(),
                        one.getValue().modRevision(),
                        one.getValue().version(),
                        one.getValue().lease()))
            .toList();
    return ClusterTrack.unseen(
            new ClusterId("lab", name), "/service/", around.withFacts(facts), at.minusSeconds(1))
        .listed(950, own, at);
  }

  ClusterState state() {
    return track().state();
  }

  List<String> codes() {
    return state().anomalies().stream().map(Anomaly::code).toList();
  }
}
