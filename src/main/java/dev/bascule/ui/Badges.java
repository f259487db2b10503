package dev.bascule.ui;

import com.vaadin.flow.component.html.Span;

/** Small labels that say a state by icon and word; colour only underlines it. */
public final class Badges {
  private Badges() {}

  /** A state: the tone's icon and the word. */
  public static Span state(Tone tone, String word) {
    return state(tone, tone.glyph(), word);
  }

  /** A state with an icon of its own. */
  public static Span state(Tone tone, Glyph glyph, String word) {
    Span badge = new Span(glyph.icon(), new Span(word));
    badge.addClassNames("badge", "tone-" + tone.css());
    return badge;
  }

  /** A count in a pill, such as what waits for somebody. */
  public static Span count(int count) {
    Span badge = new Span(Integer.toString(count));
    badge.addClassName("count");
    return badge;
  }

  /** A name, LSN or command in the monospaced face; always plain text. */
  public static Span mono(String text) {
    Span span = new Span(text);
    span.addClassName("mono");
    return span;
  }

  /**
   * An environment's name on its colour.
   *
   * @param colour a CSS colour of the form {@code #rrggbb}; anything else is ignored
   * @param production whether it is to be unmistakable
   */
  public static Span environment(String name, String colour, boolean production) {
    Span badge = new Span(name);
    badge.addClassName("environment");
    if (production) {
      badge.addClassName("production");
    }
    if (colour.matches("#[0-9a-fA-F]{6}")) {
      badge.getStyle().set("--environment", colour);
    }
    return badge;
  }
}
