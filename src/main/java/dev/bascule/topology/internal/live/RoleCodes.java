package dev.bascule.topology.internal.live;

import dev.bascule.topology.ClusterRole;
import java.util.Arrays;
import java.util.Locale;

/** The stable codes under which the inventory keeps roles. */
final class RoleCodes {
  private RoleCodes() {}

  static String code(ClusterRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static ClusterRole role(String code) {
    return Arrays.stream(ClusterRole.values())
        .filter(role -> code(role).equals(code))
        .findFirst()
        .orElse(ClusterRole.REPLICA);
  }
}
