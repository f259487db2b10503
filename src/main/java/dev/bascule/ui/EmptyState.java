package dev.bascule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where there is nothing yet: what it would be, and how to get there. */
public final class EmptyState extends Div {
  private static final long serialVersionUID = 1L;

  /** Texts are already translated; actions are links or buttons. */
  public EmptyState(Glyph glyph, String title, String text, Component... actions) {
    addClassName("empty-state");
    add(glyph.icon(), new H2(title), new Paragraph(text));
    Div row = new Div(actions);
    row.addClassName("actions");
    add(row);
  }
}
