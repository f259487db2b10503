package dev.bascule.ssh;

/** What exactly went wrong with a host. */
public enum SshTrouble {
  /** No address for its name. */
  NAME_NOT_FOUND,
  /** Nobody listens there. */
  REFUSED,
  /** No answer in time. */
  TIMED_OUT,
  /** Its key was never confirmed by a person. */
  HOST_KEY_UNKNOWN,
  /** It shows another key than the confirmed one. */
  HOST_KEY_CHANGED,
  /** It doesn't let the console's key in. */
  NOT_AUTHENTICATED,
  /** The account may not become the instances' owner. */
  SUDO_REFUSED,
  /** The console's own key can't be used: its vault is locked. */
  NO_KEY,
  /** The connection was cut. */
  CUT,
  /** Anything else. */
  OTHER
}
