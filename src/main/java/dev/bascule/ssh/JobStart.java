package dev.bascule.ssh;

/** What came of starting a job. */
public sealed interface JobStart {
  /** It was started by this call. */
  record Started() implements JobStart {}

  /** A directory for this step was there already: whoever made it owns the step. */
  record AlreadyThere(JobState state) implements JobStart {}

  /** It is certain that nothing reached the host. */
  record NothingSent(SshTrouble trouble, String why) implements JobStart {}

  /** Something may have reached the host. */
  record Unknown(SshTrouble trouble, String why) implements JobStart {}

  /** The host refused it before the program was executed. */
  record Refused(String why) implements JobStart {}
}
