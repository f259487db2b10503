package dev.bascule.operation.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.audit.PastedSecrets;
import dev.bascule.ui.SecretWarning;
import java.util.concurrent.Callable;

/** Buttons that do something in the background, and one place for what went wrong. */
final class Answering {
  private final Wording words;
  private final Runnable done;
  private final SecretWarning warning;
  private final Paragraph trouble = new Paragraph();

  /**
   * A set of buttons.
   *
   * @param field whose text they send
   * @param done run on the UI's thread after one of them has worked
   */
  Answering(Wording words, HasValue<?, String> field, Runnable done) {
    this.words = words;
    this.done = done;
    warning = new SecretWarning(field, PastedSecrets::mask);
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
  }

  /** Where it says that the text holds a secret. */
  SecretWarning warning() {
    return warning;
  }

  /** Where it says what went wrong. */
  Paragraph trouble() {
    return trouble;
  }

  /** A button; it is pressed once at a time. */
  Button button(String label, Runnable work) {
    var button = new Button(label);
    button.setDisableOnClick(true);
    Callable<Boolean> call =
        () -> {
          work.run();
          return true;
        };
    button.addClickListener(
        click -> {
          if (warning.heeded()) {
            run(button, call);
          } else {
            button.setEnabled(true);
          }
        });
    return button;
  }

  private void run(Button button, Callable<Boolean> call) {
    button
        .getUI()
        .ifPresent(
            ui -> Background.run(ui, call, ok -> done.run(), failed -> complain(button, failed)));
  }

  private void complain(Button button, Background.Trouble failed) {
    trouble.setText(failed.said(words));
    trouble.setVisible(true);
    button.setEnabled(true);
  }
}
