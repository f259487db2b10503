package dev.bascule.patroni.rest;

/** What exactly keeps the console from a node's REST. */
public enum RestTrouble {
  /** No address for the host's name. */
  NAME_NOT_FOUND,
  /** Nobody listens there. */
  REFUSED,
  /** No answer in time. */
  TIMED_OUT,
  /** The node's certificate is not signed by the CA given. */
  UNTRUSTED_CA,
  /** The node's certificate is past its date, or not yet valid. */
  EXPIRED,
  /** The node's certificate is for another name or address. */
  WRONG_NAME,
  /** The client's key and certificate don't belong together, or can't be read. */
  KEY_MISMATCH,
  /** The node refuses the client's certificate, or asks for one. */
  CLIENT_REFUSED,
  /** Something answered that doesn't speak TLS, or speaks it where it shouldn't. */
  NOT_TLS,
  /** Something answered, but not as Patroni does. */
  NOT_PATRONI,
  /** Anything else; the log says more. */
  OTHER
}
