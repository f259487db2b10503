package dev.bascule.ssh;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host knows of a step. */
public sealed interface JobState {
  /** Nothing: no directory was made for it. */
  record Absent() implements JobState {}

  /** It was proven that it can never start. */
  record Voided() implements JobState {}

  /** Its directory was made, and a program may be about to start; or whoever did it is gone. */
  record Made() implements JobState {}

  /** The program was refused before it started, such as by the guard. */
  record Refused(String reason) implements JobState {}

  /** It runs. */
  record Running(Instant startedAt) implements JobState {}

  /**
   * It ended.
   *
   * @param exit the program's exit status; 128 and more when ended by a signal
   */
  record Finished(int exit, Instant startedAt, Instant endedAt) implements JobState {}

  /** It started, and its process is gone without having left a status; or the host booted since. */
  record Lost(@Nullable Instant startedAt, String reason) implements JobState {}

  /** Whether nothing more can come of it. */
  default boolean over() {
    return switch (this) {
      case Absent a -> false;
      case Made m -> false;
      case Running r -> false;
      case Voided v -> true;
      case Refused r -> true;
      case Finished f -> true;
      case Lost l -> true;
    };
  }

  /** Whether it is certain that the program never ran. */
  default boolean neverRan() {
    return this instanceof Voided || this instanceof Refused;
  }
}
