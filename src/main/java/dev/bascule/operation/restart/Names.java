package dev.bascule.operation.restart;

import dev.bascule.operation.Fact;
import dev.bascule.patroni.MemberName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Members in a sentence. */
final class Names {
  private Names() {}

  static String of(Collection<MemberName> members) {
    return members.stream().map(MemberName::value).collect(Collectors.joining(", "));
  }

  static Fact fact(Collection<MemberName> members) {
    return Fact.text(of(members));
  }
}
