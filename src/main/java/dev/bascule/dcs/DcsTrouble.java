package dev.bascule.dcs;

/** What exactly keeps the console from a DCS. */
public enum DcsTrouble {
  /** No address for a host name. */
  NAME_NOT_FOUND,
  /** Nobody listens there. */
  REFUSED,
  /** The server's certificate is not signed by the CA given. */
  UNTRUSTED_CA,
  /** A certificate is past its date; the server's or ours. */
  EXPIRED,
  /** The server's certificate is for another name or address. */
  WRONG_NAME,
  /** The client's key and certificate don't belong together, or can't be read. */
  KEY_MISMATCH,
  /** The server refuses the client's certificate. */
  CLIENT_REFUSED,
  /** The user may not read the prefix. */
  NO_PERMISSION,
  /** etcd answers, and has lost its quorum. */
  QUORUM_LOST,
  /** No answer in time. */
  TIMED_OUT,
  /** Anything else; the log says more. */
  OTHER
}
