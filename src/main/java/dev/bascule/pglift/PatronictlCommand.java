package dev.bascule.pglift;

import dev.bascule.ssh.Argv;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** patronictl's commands as words; none of them asks back. */
public final class PatronictlCommand {
  /** To the second; patronictl takes a time without an offset for its host's own. */
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private PatronictlCommand() {}

  /**
   * {@code patronictl switchover}.
   *
   * @throws IllegalArgumentException if a name could be taken for an option or holds control
   *     characters; such names are no part of any command
   * @param candidate null: Patroni chooses
   * @param scheduledAt null: now; else Patroni keeps the schedule, and nobody checks then
   */
  public static Argv switchover(
      String cluster,
      String leader,
      @Nullable String candidate,
      @Nullable OffsetDateTime scheduledAt) {
    var words =
        new ArrayList<>(
            List.of("patronictl", "switchover", name(cluster), "--leader", name(leader)));
    if (candidate != null) {
      words.addAll(List.of("--candidate", name(candidate)));
    }
    if (scheduledAt != null) {
      words.addAll(List.of("--scheduled", AT.format(scheduledAt)));
    }
    words.add("--force");
    return new Argv(words);
  }

  /**
   * {@code patronictl remove}; asks for the cluster's name and for {@code Yes I am aware}.
   *
   * @param configuration the file with the way to the DCS
   */
  public static Argv remove(String configuration, String cluster) {
    return Argv.of("patronictl", "-c", configuration, "remove", name(cluster));
  }

  /** {@code patronictl flush … switchover}: cancels what Patroni keeps. */
  public static Argv flushSwitchover(String cluster) {
    return Argv.of("patronictl", "flush", name(cluster), "switchover", "--force");
  }

  /** {@code patronictl pause}: waits until every member has seen it, at most a loop. */
  public static Argv pause(String cluster) {
    return Argv.of("patronictl", "pause", name(cluster), "--wait");
  }

  /** {@code patronictl resume}: waits likewise. */
  public static Argv resume(String cluster) {
    return Argv.of("patronictl", "resume", name(cluster), "--wait");
  }

  /** {@code patronictl reload}. */
  public static Argv reload(String cluster, List<String> members) {
    var words = new ArrayList<>(List.of("patronictl", "reload", name(cluster)));
    members.forEach(member -> words.add(name(member)));
    words.add("--force");
    return new Argv(words);
  }

  /**
   * {@code patronictl restart}, at once; one member after the other, in no order.
   *
   * @param onlyPending only where parameters wait for a restart
   * @param olderThan only where PostgreSQL is older than this version; null for any
   * @param timeout how long one member may take; null for Patroni's own limit
   */
  public static Argv restart(
      String cluster,
      List<String> members,
      boolean onlyPending,
      @Nullable String olderThan,
      @Nullable Duration timeout) {
    var words = new ArrayList<>(List.of("patronictl", "restart", name(cluster)));
    members.forEach(member -> words.add(name(member)));
    if (onlyPending) {
      words.add("--pending");
    }
    if (olderThan != null) {
      words.addAll(List.of("--pg-version", name(olderThan)));
    }
    if (timeout != null) {
      words.addAll(List.of("--timeout", Long.toString(timeout.toSeconds())));
    }
    words.add("--force");
    return new Argv(words);
  }

  /** {@code patronictl flush … restart}: cancels the restarts that members keep. */
  public static Argv flushRestart(String cluster, List<String> members) {
    var words = new ArrayList<>(List.of("patronictl", "flush", name(cluster)));
    members.forEach(member -> words.add(name(member)));
    words.addAll(List.of("restart", "--force"));
    return new Argv(words);
  }

  /** {@code patronictl failover}: works without a leader, too. */
  public static Argv failover(String cluster, String candidate) {
    return Argv.of(
        "patronictl", "failover", name(cluster), "--candidate", name(candidate), "--force");
  }

  /** {@code patronictl reinit}: returns as soon as it has begun. */
  public static Argv reinitialize(String cluster, String member, boolean fromLeader) {
    var words =
        new ArrayList<>(List.of("patronictl", "reinit", name(cluster), name(member), "--force"));
    if (fromLeader) {
      words.add("--from-leader");
    }
    return new Argv(words);
  }

  private static String name(String name) {
    if (name.isEmpty() || name.startsWith("-") || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("this name can't be part of a command");
    }
    return name;
  }
}
