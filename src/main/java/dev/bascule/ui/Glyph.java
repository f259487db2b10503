package dev.bascule.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Locale;

/**
 * The drawn signs of the console, one shape a meaning; the shapes themselves are in {@code
 * frontend/glyphs.js}. A glyph never stands alone: a word goes with it.
 */
public enum Glyph {
  /** Leader. */
  CROWN,
  /** Standby leader. */
  DASHED_CROWN,
  /** Synchronous or quorum standby. */
  DOUBLE_RING,
  /** Replica. */
  RING,
  /** Stopped. */
  SQUARE,
  /** Running or streaming. */
  DOT,
  /** Starting, stopping, rebuilding. */
  HALF_RING,
  /** Warning. */
  TRIANGLE,
  /** Critical. */
  OCTAGON,
  /** Unknown or old. */
  DASHED_RING,
  /** Strict synchronous mode, locked, secret. */
  LOCK,
  /** In order. */
  CHECK,
  /** Refused, closed. */
  CROSS,
  /** Paused. */
  PAUSE,
  /** Scheduled. */
  CLOCK,
  /** Pending restart. */
  RESTART,
  /** The Fleet pages. */
  FLEET,
  /** The Changes pages. */
  CHANGES,
  /** The Infrastructure pages. */
  INFRASTRUCTURE,
  /** The Audit pages. */
  AUDIT,
  /** The Admin pages. */
  ADMIN,
  /** Problems. */
  BELL,
  /** Search and commands. */
  SEARCH,
  /** A person. */
  PERSON,
  /** Light or dark. */
  THEME,
  /** Copy to the clipboard. */
  COPY,
  /** A link that leaves the console. */
  OUT;

  /** The name used in the browser: lower case with dashes. */
  public String css() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A new element showing this glyph, hidden from screen readers (the word beside it speaks). */
  public Icon icon() {
    return new Icon(this);
  }

  /** The component that shows a glyph. */
  @Tag("bascule-glyph")
  public static final class Icon extends com.vaadin.flow.component.Component {
    private Icon(Glyph glyph) {
      Element element = getElement();
      element.setAttribute("name", glyph.css());
      element.setAttribute("aria-hidden", "true");
    }

    /** Shows another glyph in the same place. */
    public void show(Glyph glyph) {
      getElement().setAttribute("name", glyph.css());
    }
  }
}
