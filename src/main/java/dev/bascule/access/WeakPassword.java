package dev.bascule.access;

/** The password is too easily guessed or can't be typed again. Nothing was changed. */
public final class WeakPassword extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** What is wrong with a password. */
  public enum Why {
    /** Fewer than {@link Password#SHORTEST} characters. */
    SHORT,
    /** A line break, a NUL and the like. */
    CONTROL_CHARACTERS,
    /** Nearly always the same character, or the name. */
    OBVIOUS
  }

  /** A refusal for that reason. */
  public WeakPassword(Why why) {
    super("the password is refused: " + why);
    this.why = why;
  }

  /** What is wrong with it. */
  public Why why() {
    return why;
  }
}
