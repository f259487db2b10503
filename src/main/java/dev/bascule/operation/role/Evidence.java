package dev.bascule.operation.role;

import dev.bascule.topology.ClusterState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known when an outcome is to be decided.
 *
 * @param state read from the DCS after {@code job} was known; null when the DCS couldn't be asked
 * @param looking for how long has been looked
 */
public record Evidence(Job job, @Nullable ClusterState state, Duration looking, Patience patience) {
  /** What is known of the program on the host. */
  public sealed interface Job {
    /** Proven: nothing was sent to any host, and nothing can run any more. */
    record NothingSent() implements Job {}

    /** Proven: the wrapper on the host found another instance than the plan's and ran nothing. */
    record WrongTarget(String said) implements Job {}

    /** It runs. */
    record Running() implements Job {}

    /**
     * It ended.
     *
     * @param said its answer
     */
    record Finished(int exit, ProgramAnswer said) implements Job {}

    /**
     * Nobody can tell whether it ran to its end: it was begun without a trace of its start, or the
     * host was started anew meanwhile.
     */
    record Lost(String reason) implements Job {}

    /** The host can't be asked. */
    record NotAsked(String trouble) implements Job {}
  }
}
