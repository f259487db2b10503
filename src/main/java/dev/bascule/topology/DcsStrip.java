package dev.bascule.topology;

import dev.bascule.dcs.DcsMember;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a DCS.
 *
 * @param at when they were asked; null when they weren't yet
 */
public record DcsStrip(List<DcsMember> members, @Nullable Instant at) {
  /** Not asked yet. */
  public static final DcsStrip UNKNOWN = new DcsStrip(List.of(), null);

  /** Copies. */
  public DcsStrip {
    members = List.copyOf(members);
  }
}
