package dev.bascule.audit;

/**
 * What an audit entry is about.
 *
 * @param kind a stable code such as {@code cluster}, {@code request}, {@code person}
 * @param id the stable id, such as {@code lab/maincluster}
 * @param display how pages call it, plain text
 * @param environment the environment it belongs to; empty if none. People whose scope is limited
 *     see only entries of their environments, and their own.
 */
public record AuditSubject(String kind, String id, String display, String environment) {
  /** Something that belongs to no environment. */
  public AuditSubject(String kind, String id, String display) {
    this(kind, id, display, "");
  }

  /** For what is about the console as a whole. */
  public static AuditSubject console() {
    return new AuditSubject("console", "console", "Bascule");
  }

  /** The same in an environment. */
  public AuditSubject in(String environment) {
    return new AuditSubject(kind, id, display, environment);
  }
}
