package dev.bascule.operation;

import dev.bascule.patroni.MemberName;
import java.util.Collection;
import java.util.List;

/** The members that an operation is for. */
final class Members {
  private Members() {}

  /** By name, each once; refuses none. */
  static List<MemberName> ordered(Collection<MemberName> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("at least one member");
    }
    return members.stream().distinct().sorted().toList();
  }
}
