package dev.bascule.topology;

import dev.bascule.patroni.DynamicConfig.StandbySource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which members should stream, and whether they do. */
final class Streaming {
  /** The first versions of Patroni didn't publish a replication state. */
  private static final Pattern SILENT = Pattern.compile("[0-2]\\..*|3\\.0\\..*");

  private Streaming() {}

  /** Whether a member that was seen and read streams, or has a reason not to. */
  static boolean asExpected(MemberView member, Optional<StandbySource> source) {
    if (member.streaming()) {
      return true;
    }
    if (member.role() == ClusterRole.LEADER) {
      return true;
    }
    if (member.role() == ClusterRole.STANDBY_LEADER) {
      return source.map(StandbySource::archive).orElse(false) && member.published().running();
    }
    if (!member.published().running()) {
      return false;
    }
    var version = member.patroniVersion();
    return member.tags().noStream() || (version != null && SILENT.matcher(version).matches());
  }
}
