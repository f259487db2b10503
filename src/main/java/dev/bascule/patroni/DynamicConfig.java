package dev.bascule.patroni;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A cluster's dynamic configuration: the {@code config} key. What it doesn't say has Patroni's own
 * default; what it says wrongly too, as Patroni ignores it.
 */
public final class DynamicConfig {
  private static final Set<String> TRUE = Set.of("true", "on", "yes", "1");

  /** No configuration: every default. */
  public static final DynamicConfig EMPTY = new DynamicConfig(Json.object());

  private final JsonNode root;

  private DynamicConfig(JsonNode root) {
    this.root = root;
  }

  /** Reads the key's value. */
  public static Reading<DynamicConfig> read(byte[] value) {
    return Json.object(value).then(node -> new Reading.Read<>(new DynamicConfig(node)));
  }

  /** No automatic failover, no scheduled action. */
  public boolean paused() {
    return flag("pause", false);
  }

  /** How long a lease lives; 30 s unless set. */
  public Duration ttl() {
    return seconds("ttl", 30);
  }

  /** How often a node looks; 10 s unless set. */
  public Duration loopWait() {
    return seconds("loop_wait", 10);
  }

  /** How long a node tries again; 10 s unless set. */
  public Duration retryTimeout() {
    return seconds("retry_timeout", 10);
  }

  /** How synchronous replication is set; a standby cluster ignores it, see {@link #synchronous}. */
  public SynchronousMode synchronousMode() {
    var node = root.get("synchronous_mode");
    if (node != null && node.isString() && node.stringValue().equalsIgnoreCase("quorum")) {
      return SynchronousMode.QUORUM;
    }
    return flag("synchronous_mode", false) ? SynchronousMode.ON : SynchronousMode.OFF;
  }

  /** How commits wait: as set, but never in a standby cluster. */
  public SynchronousMode synchronous() {
    return standbyCluster().isPresent() ? SynchronousMode.OFF : synchronousMode();
  }

  /** Whether commits wait even when no standby is left. */
  public boolean synchronousModeStrict() {
    return flag("synchronous_mode_strict", false);
  }

  /** How many standbys commits wait for; 1 unless set. */
  public int synchronousNodeCount() {
    return Math.max(1, Json.integer(root, "synchronous_node_count", 1));
  }

  /** Bytes a replica may be behind and still take over; 1 MiB unless set. */
  public long maximumLagOnFailover() {
    return Json.number(root, "maximum_lag_on_failover", 1L << 20);
  }

  /** Whether only a member on the newest timeline may take over. */
  public boolean checkTimeline() {
    return flag("check_timeline", false);
  }

  /** Whether the leader may go on without the DCS while all members agree. */
  public boolean failsafeMode() {
    return flag("failsafe_mode", false);
  }

  /** Where a standby cluster replicates from; empty for an ordinary cluster. */
  public Optional<StandbySource> standbyCluster() {
    var node = root.get("standby_cluster");
    if (node == null || !node.isObject()) {
      return Optional.empty();
    }
    var host = Json.string(node, "host");
    var port = Json.string(node, "port");
    var restore = Json.string(node, "restore_command");
    var active = !blank(host) || !blank(port) || !blank(restore);
    return active
        ? Optional.of(
            new StandbySource(host == null ? "" : host, port == null ? "" : port, !blank(restore)))
        : Optional.empty();
  }

  /** The value of a path of fields as JSON text, for showing and comparing; empty when not set. */
  public Optional<String> json(String... path) {
    var node = root;
    for (var field : path) {
      node = node.get(field);
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(Json.write(node));
  }

  /** The names at the top level. */
  public Set<String> names() {
    return Set.copyOf(root.propertyNames());
  }

  /** All of it as JSON text, in the order written. */
  public String json() {
    return Json.write(root);
  }

  private static boolean blank(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank();
  }

  private boolean flag(String field, boolean otherwise) {
    var node = root.get(field);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    return TRUE.contains(Json.plain(node).toLowerCase(Locale.ROOT));
  }

  private Duration seconds(String field, int otherwise) {
    var seconds = Json.integer(root, field, otherwise);
    return Duration.ofSeconds(seconds > 0 ? seconds : otherwise);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DynamicConfig that && root.equals(that.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  @Override
  public String toString() {
    return json();
  }

  /**
   * The source of a standby cluster.
   *
   * @param host as written, empty when it only restores from an archive
   * @param port as written
   * @param archive whether it has a restore command
   */
  public record StandbySource(String host, String port, boolean archive) {}
}
