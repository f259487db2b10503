package dev.bascule.topology.internal.live;

import dev.bascule.patroni.MemberName;
import dev.bascule.topology.EntryPoints.Held;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who has an address, by what the hosts answered. Pure. */
final class AddressHolders {
  /** A line of {@code ip -o addr}: index, interface, family, address and prefix. */
  private static final Pattern LINE =
      Pattern.compile("^\\d+:\\s+\\S+\\s+inet6?\\s+([0-9A-Fa-f:.]+)(?:/\\d+)?\\s.*");

  private AddressHolders() {}

  /** What a member's host said. */
  enum Said {
    /** The address is there. */
    HAS_IT,
    /** It isn't. */
    HAS_IT_NOT,
    /** The host didn't answer, and its member is there: it may have it. */
    SILENT,
    /** The host didn't answer, and its member is absent, too. */
    DEAD
  }

  /** Whether {@code ip -o addr} lists an address. */
  static boolean listed(String output, String address) {
    return output
        .lines()
        .limit(1000)
        .map(LINE::matcher)
        .anyMatch(line -> line.matches() && line.group(1).equalsIgnoreCase(address));
  }

  /**
   * Judges. That nobody has it is said only when everybody who lives was heard.
   *
   * @param before what was known
   */
  static Optional<Held> judge(Map<MemberName, Said> said, @Nullable Held before, Instant now) {
    var holders =
        said.entrySet().stream()
            .filter(one -> one.getValue() == Said.HAS_IT)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (!holders.isEmpty()) {
      return Optional.of(new Held(holders, null));
    }
    if (said.containsValue(Said.SILENT) || !said.containsValue(Said.HAS_IT_NOT)) {
      return Optional.empty();
    }
    var since = before == null ? null : before.nobodySince();
    return Optional.of(new Held(holders, since == null ? now : since));
  }
}
