package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which hosts have the address at which a cluster's clients connect. Answers from memory. */
public interface EntryPoints {
  /** As the hosts were last asked; empty when they weren't, or too few of them answered. */
  Optional<Held> of(ClusterId cluster);

  /**
   * Who has the address.
   *
   * @param holders the members on whose hosts it is; two of them are one too many
   * @param nobodySince since when no host has it, as far as seen; null while one does
   */
  record Held(List<MemberName> holders, @Nullable Instant nobodySince) {
    /** Copies. */
    public Held {
      holders = List.copyOf(holders);
    }
  }
}
