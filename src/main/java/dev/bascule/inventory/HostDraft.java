package dev.bascule.inventory;

/**
 * What people say of a host.
 *
 * @param name {@code [A-Za-z0-9][A-Za-z0-9._-]{0,252}}, unique; often its fully qualified name
 * @param port of its sshd
 * @param environment by name; says as whom the console logs in
 * @param site where it stands, such as a data centre; empty when not said
 */
public record HostDraft(
    String name, HostAddress address, int port, String environment, String site) {
  /** The port of sshd unless told otherwise. */
  public static final int SSH_PORT = 22;

  /** Refuses what isn't a name or a port. */
  public HostDraft {
    Checked.longName("name", name);
    Checked.port("port", port);
    Checked.name("environment", environment);
    site = Checked.text("site", site, 60);
  }
}
