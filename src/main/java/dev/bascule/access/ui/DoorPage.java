package dev.bascule.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.bascule.ui.PersonMenu;

/** A page before sign-in: one card on a quiet ground, language and theme under it. */
@StyleSheet("context://ui/access.css")
abstract class DoorPage extends Main implements HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final String titleKey;
  private final Div card = new Div();

  DoorPage(String titleKey, String explanationKey) {
    this.titleKey = titleKey;
    addClassName("door");
    Span mark = new Span();
    mark.addClassName("door-mark");
    mark.getElement().setAttribute("aria-hidden", "true");
    H1 heading = new H1(getTranslation(titleKey));
    Paragraph explanation = new Paragraph(getTranslation(explanationKey));
    explanation.addClassName("secondary");
    Div head = new Div(mark, heading, explanation);
    head.addClassName("door-head");
    card.add(head);
    card.addClassName("door-card");
    add(card, PersonMenu.preferences());
  }

  /** Puts something on the card. */
  final void show(Component... content) {
    card.add(content);
  }

  @Override
  public String getPageTitle() {
    return getTranslation(titleKey) + " · " + getTranslation("ui.product");
  }
}
