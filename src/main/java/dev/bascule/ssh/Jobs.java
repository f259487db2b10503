package dev.bascule.ssh;

import java.time.Duration;

/**
 * Programs on hosts that outlive their connection, each at most once: making the step's directory
 * is the fence, and whoever makes it owns the step for ever.
 */
public interface Jobs {
  /**
   * Puts the wrapper on a host, or finds it there unchanged.
   *
   * @throws SshFailure when the host can't be reached or can't run it
   */
  void install(SshTarget target) throws SshFailure;

  /**
   * Starts a step, with the wrapper of this console's version, which is put there first if need be.
   * Never throws: what isn't known is a result.
   */
  JobStart start(SshTarget target, StepId step, JobSpec spec);

  /**
   * What the host knows of a step.
   *
   * @throws SshFailure when the host can't be asked
   */
  JobState look(SshTarget target, StepId step) throws SshFailure;

  /**
   * Makes the step's directory itself with a mark in it: afterwards the step can never start. If
   * the directory was there already, tells what is in it.
   *
   * @throws SshFailure when the host can't be asked
   */
  JobState proveVoid(SshTarget target, StepId step) throws SshFailure;

  /**
   * Hands over a job's output from the given offsets on, until it is over or the limit has passed;
   * survives cut connections within it.
   *
   * @return the last state seen
   * @throws SshFailure when the host could not be asked at the end
   */
  JobState follow(
      SshTarget target,
      StepId step,
      long outOffset,
      long errorOffset,
      Duration limit,
      TranscriptListener listener)
      throws SshFailure;
}
