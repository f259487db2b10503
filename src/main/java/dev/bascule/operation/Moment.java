package dev.bascule.operation;

/** When a sheet was made; the columns that show what moved. */
public enum Moment {
  /** When it was asked for. */
  ASKED,
  /** When the last needed person agreed. */
  AGREED,
  /** Just before it was sent. */
  STARTED
}
