package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import dev.bascule.ui.Badges;

/** Names and values in two columns. */
final class Facts extends DescriptionList {
  private static final long serialVersionUID = 1L;

  Facts() {
    addClassName("facts");
  }

  void add(String name, Component... value) {
    add(new Term(name), new Description(value));
  }

  void text(String name, String value) {
    add(name, new Span(value));
  }

  void mono(String name, String value) {
    add(name, Badges.mono(value));
  }
}
