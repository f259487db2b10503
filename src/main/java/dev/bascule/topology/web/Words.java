package dev.bascule.topology.web;

import dev.bascule.topology.Sight;
import java.util.Locale;

/** The stable words of the answers. */
final class Words {
  private Words() {}

  /** Patroni's own way of writing: {@code SYNC_STANDBY} is {@code sync_standby}. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static String of(Sight sight) {
    return switch (sight) {
      case Sight.InSight inSight -> "in_sight";
      case Sight.Connecting connecting -> "connecting";
      case Sight.OutOfSight out -> "out_of_sight";
    };
  }
}
