package dev.bascule.inventory;

import dev.bascule.patroni.rest.RestTarget;

/** Whether a member's REST may be asked. */
public sealed interface RestAccess {
  /** It may. */
  record Allowed(RestTarget target) implements RestAccess {}

  /**
   * It must not be contacted.
   *
   * @param host as the member publishes it; untrusted, cut to 253 characters
   */
  record Refused(Reason reason, String host) implements RestAccess {}

  /** Why not. */
  enum Reason {
    /** It is no http or https address of a host and a port. */
    NOT_AN_ADDRESS,
    /** It isn't https, and there is an identity to protect. */
    NOT_HTTPS,
    /** The inventory knows no such host. */
    UNKNOWN_HOST,
    /** Loopback, link-local, metadata and the like, which nobody declared. */
    SPECIAL_ADDRESS,
    /** Its name has no address, or another one than when a person added the host. */
    ADDRESS_CHANGED
  }
}
