package dev.bascule.operation;

/** What a named person says of an outcome that the console could not know. */
public enum Resolution {
  /** It was done. */
  HAPPENED,
  /** It was not done. */
  DID_NOT_HAPPEN,
  /** Nobody can tell; the person answers for going on. */
  CANNOT_TELL
}
