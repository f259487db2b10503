package dev.bascule.operation.ui;

import dev.bascule.operation.Successor;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen on the form.
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

  /**
   * When; empty while the time is missing, or when daylight saving skips it. One that it doubles is
   * the earlier.
   */
  Optional<Timing> timing(
      boolean later, @Nullable LocalDateTime at, @Nullable String zone, boolean byPatroni) {
    if (!later) {
      return Optional.of(new Timing.OnCommand());
    }
    if (at == null || zone == null) {
      return Optional.empty();
    }
    var where = ZoneId.of(zone);
    if (where.getRules().getValidOffsets(at).isEmpty()) {
      return Optional.empty();
    }
    var keeper = byPatroni ? Timing.Keeper.PATRONI : Timing.Keeper.BASCULE;
    return Optional.of(new Timing.At(at.atZone(where).toInstant(), where, keeper));
  }
}
