package dev.bascule.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Asks for a name to be typed before something that can't be undone or may lose data. Nothing else
 * uses it, or it would become a reflex.
 */
public final class ConfirmTyped extends Dialog {
  private static final long serialVersionUID = 1L;

  private final TextField field = new TextField();
  private final Button go = new Button();
  private final String name;

  /**
   * A dialog that is opened with {@link #open()}.
   *
   * @param title what will be done, translated
   * @param effect what can't be undone or may be lost, translated
   * @param name what has to be typed, exactly
   * @param action the words on the button, which repeat the effect
   * @param then run once when it was typed and confirmed
   */
  public ConfirmTyped(String title, String effect, String name, String action, Runnable then) {
    this.name = name;
    setHeaderTitle(title);
    setWidth("min(480px, 94vw)");
    field.setLabel(getTranslation("ui.confirm.type", name));
    field.setWidthFull();
    field.addClassName("mono");
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addValueChangeListener(change -> go.setEnabled(typed()));
    field.getElement().setAttribute("autocomplete", "off");
    go.setText(action);
    go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    go.setEnabled(false);
    go.setDisableOnClick(true);
    go.addClickListener(
        click -> {
          if (typed()) {
            close();
            then.run();
          }
        });
    go.addClickShortcut(Key.ENTER);
    Button leave = new Button(getTranslation("ui.cancel"), click -> close());
    leave.addThemeVariants(ButtonVariant.TERTIARY);
    add(new Paragraph(effect), field);
    getFooter().add(leave, go);
  }

  private boolean typed() {
    return field.getValue().equals(name);
  }
}
