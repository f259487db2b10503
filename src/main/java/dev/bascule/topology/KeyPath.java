package dev.bascule.topology;

import dev.bascule.patroni.ClusterName;
import dev.bascule.patroni.MemberName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a key stands below the prefix of its DCS: {@code /service/<cluster>/<path>}.
 *
 * @param cluster the part up to the first slash: a key never crosses clusters
 * @param path what follows, such as {@code leader} or {@code members/srv-pg1}; never empty
 */
public record KeyPath(String cluster, String path) {
  private static final String MEMBERS = "members/";
  private static final int LONGEST = 512;

  /**
   * Takes a key apart.
   *
   * @param prefix begins and ends with a slash
   * @return empty for a key that belongs to no cluster: outside the prefix, directly below it, or
   *     with an empty or overlong cluster's name
   */
  public static Optional<KeyPath> of(String prefix, String key) {
    if (!key.startsWith(prefix)) {
      return Optional.empty();
    }
    var end = key.indexOf('/', prefix.length());
    if (end <= prefix.length() || end - prefix.length() > LONGEST || end == key.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new KeyPath(key.substring(prefix.length(), end), key.substring(end + 1)));
  }

  /** The cluster's name. */
  public ClusterName clusterName() {
    return new ClusterName(cluster);
  }

  /**
   * The member whose key this is; null when it is no member's. A slash in the name would make it a
   * key below a member's, which Patroni doesn't write.
   */
  @Nullable MemberName member() {
    if (!path.startsWith(MEMBERS)) {
      return null;
    }
    var name = path.substring(MEMBERS.length());
    return name.isEmpty() || name.length() > LONGEST || name.indexOf('/') >= 0
        ? null
        : new MemberName(name);
  }
}
