package dev.bascule.operation;

import dev.bascule.patroni.MemberName;
import java.util.Collections;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/** Who is to lead after a switchover. */
public sealed interface Successor {
  /** Every member that may lead afterwards; another one is not what was asked. Never empty. */
  SequencedSet<MemberName> acceptable();

  /** This member and no other. */
  record Named(MemberName candidate) implements Successor {
    @Override
    public SequencedSet<MemberName> acceptable() {
      return ordered(Set.of(candidate));
    }
  }

  /** Patroni chooses; these are the members that are agreed to. */
  record AnyOf(SequencedSet<MemberName> acceptable) implements Successor {
    /** Orders by name, copies, and refuses an empty set. */
    public AnyOf {
      if (acceptable.isEmpty()) {
        throw new IllegalArgumentException("somebody must be acceptable");
      }
      acceptable = ordered(acceptable);
    }

    /** Of any set. */
    public static AnyOf members(Set<MemberName> members) {
      return new AnyOf(ordered(members));
    }
  }

  private static SequencedSet<MemberName> ordered(Set<MemberName> members) {
    var sorted = new TreeSet<MemberName>(java.util.Comparator.comparing(MemberName::value));
    sorted.addAll(members);
    return Collections.unmodifiableSequencedSet(sorted);
  }
}
