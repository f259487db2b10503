package dev.bascule.pglift;

import dev.bascule.ssh.Argv;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** patronictl's commands as words; none of them asks back. */
public final class PatronictlCommand {
  private PatronictlCommand() {}

  /**
   * {@code patronictl switchover}.
   *
   * @param candidate null: Patroni chooses
   * @param scheduledAt null: now; else Patroni keeps the schedule, and nobody checks then
   */
  public static Argv switchover(
      String cluster,
      String leader,
      @Nullable String candidate,
      @Nullable OffsetDateTime scheduledAt) {
    var words = new ArrayList<>(List.of("patronictl", "switchover", cluster, "--leader", leader));
    if (candidate != null) {
      words.addAll(List.of("--candidate", candidate));
    }
    if (scheduledAt != null) {
      words.addAll(List.of("--scheduled", scheduledAt.toString()));
    }
    words.add("--force");
    return new Argv(words);
  }

  /** {@code patronictl flush … switchover}: cancels what Patroni keeps. */
  public static Argv flushSwitchover(String cluster) {
    return Argv.of("patronictl", "flush", cluster, "switchover", "--force");
  }
}
