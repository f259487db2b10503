package dev.bascule.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to be run as a job on a host.
 *
 * @param environment added to the owner's own
 * @param input for its standard input; may hold secrets, and is never written down
 * @param guard what must be true of the instance just before; null for none
 * @param timeout after which the host ends it
 * @param masked texts that must not appear in its kept output, nor in program or environment; one
 *     line each
 * @param secluded whether the files that it makes are for its account alone, whatever the host's
 *     umask
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record JobSpec(
    Argv program,
    Map<String, String> environment,
    byte[] input,
    @Nullable Guard guard,
    Duration timeout,
    List<String> masked,
    boolean secluded) {
  /** One whose files are as the host has it. */
  public JobSpec(
      Argv program,
      Map<String, String> environment,
      byte[] input,
      @Nullable Guard guard,
      Duration timeout,
      List<String> masked) {
    this(program, environment, input, guard, timeout, masked, false);
  }

  /** Copies; refuses a text that is to be masked where everybody on the host could read it. */
  public JobSpec {
    environment = Map.copyOf(environment);
    input = input.clone();
    masked = List.copyOf(masked);
    for (String secret : masked) {
      if (secret.isEmpty() || secret.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("what is masked is one line of text");
      }
      if (program.words().stream().anyMatch(word -> word.contains(secret))
          || environment.values().stream().anyMatch(value -> value.contains(secret))) {
        throw new IllegalArgumentException("a secret goes over standard input alone");
      }
    }
  }

  @Override
  public byte[] input() {
    return input.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Without environment and input. */
  @Override
  public String toString() {
    return program.toString();
  }

  /**
   * The right target: compared by the host itself just before the program is executed.
   *
   * @param configFile Patroni's configuration of the instance
   * @param scope the cluster it must name
   * @param member the member it must name
   * @param dataDirectory the data directory it must name; null when the instance is gone and only
   *     its configuration is left
   * @param systemIdentifier that the data directory must hold; null likewise
   */
  public record Guard(
      String configFile,
      String scope,
      String member,
      @Nullable String dataDirectory,
      @Nullable String systemIdentifier) {}
}
