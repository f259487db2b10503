package dev.bascule.ui;

import java.util.Locale;

/**
 * How loud something is on the screen. Healthy is quiet and has no colour; each other tone has its
 * own icon and colour, and is always shown with a word.
 */
public enum Tone {
  /** All is well, or nothing to say: no colour. */
  QUIET(Glyph.DOT),
  /** Worth knowing, nothing to do. */
  INFO(Glyph.RING),
  /** Something is under way: starting, stopping, rebuilding, running. */
  BUSY(Glyph.HALF_RING),
  /** Look at it today. */
  WARNING(Glyph.TRIANGLE),
  /** Look at it now. */
  CRITICAL(Glyph.OCTAGON),
  /** Not known, or too old to be shown as current. */
  UNKNOWN(Glyph.DASHED_RING);

  private final Glyph glyph;

  Tone(Glyph glyph) {
    this.glyph = glyph;
  }

  /** The icon that goes with the tone. */
  public Glyph glyph() {
    return glyph;
  }

  /** The name used in style sheets: lower case. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
