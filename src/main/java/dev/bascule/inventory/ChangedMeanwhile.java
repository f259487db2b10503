package dev.bascule.inventory;

/** Somebody else changed the same thing since it was looked at. Nothing was changed. */
public final class ChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal that names the thing. */
  public ChangedMeanwhile(String what) {
    super("somebody else changed " + what + " meanwhile");
  }
}
