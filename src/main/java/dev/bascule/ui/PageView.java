package dev.bascule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page inside the frame: a heading with actions beside it, then what the view adds. Views extend
 * it; the browser's title is the heading and the product's name.
 */
public abstract class PageView extends Div implements HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final H1 heading = new H1();
  private final Div actions = new Div();
  private final Div header = new Div(heading, actions);

  /** A page whose heading is the text of {@code titleKey}. */
  protected PageView(String titleKey) {
    addClassName("page");
    header.addClassName("page-header");
    actions.addClassName("actions");
    add(header);
    setHeading(getTranslation(titleKey));
  }

  /** Another heading, as plain text. */
  protected final void setHeading(String text) {
    heading.setText(text);
  }

  /** Puts buttons and the like right of the heading. */
  protected final void addActions(Component... components) {
    actions.add(components);
  }

  /** Takes all actions away, before others are added. */
  protected final void clearActions() {
    actions.removeAll();
  }

  @Override
  public String getPageTitle() {
    return heading.getText() + " · " + getTranslation("ui.product");
  }
}
