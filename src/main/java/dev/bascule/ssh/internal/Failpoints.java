package dev.bascule.ssh.internal;

/**
 * Places at which the tests end the console as {@code kill -9} does while a job is on its way to a
 * host, named by the system property {@code bascule.failpoint}. Without it they do nothing.
 */
enum Failpoints {
  /** Half of a job's description and input has gone out. */
  JOB_HALF_SENT,
  /** The job's directory is made; the wrapper on the host dies there too. */
  JOB_MADE;

  private static final String PROPERTY = "bascule.failpoint";

  boolean named() {
    return name().equals(System.getProperty(PROPERTY));
  }

  /** Ends the process. */
  static void halt() {
    Runtime.getRuntime().halt(137);
  }
}
