package dev.bascule.operation.ui;

import dev.bascule.operation.Successor;
import dev.bascule.patroni.MemberName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was chosen on the form.
 *
 * @param candidate null: any of those who can
 * @param able who could take over now
 */
record SwitchoverChoice(@Nullable String candidate, List<MemberName> able) {
  /** Who is to lead; empty when nobody was named and nobody can. */
  Optional<Successor> successor() {
    var named = candidate;
    if (named != null && !named.isBlank()) {
      return Optional.of(new Successor.Named(new MemberName(named)));
    }
    return able.isEmpty()
        ? Optional.empty()
        : Optional.of(Successor.AnyOf.members(new LinkedHashSet<>(able)));
  }
}
