package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.formlayout.FormLayout;

/** Fields beside each other where there is room, one under the other where there is none. */
final class Fields extends FormLayout {
  private static final long serialVersionUID = 1L;

  Fields(Component... fields) {
    setAutoResponsive(true);
    setAutoRows(true);
    setExpandColumns(true);
    setExpandFields(true);
    setColumnWidth("15em");
    setMaxColumns(2);
    add(fields);
  }
}
