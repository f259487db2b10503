package dev.bascule.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bascule.access.FirstAdministrator;
import dev.bascule.access.Password;
import dev.bascule.access.PersonName;

/**
 * Makes the first administrator; opens only with the code that the log shows, while there is
 * nobody.
 */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends DoorPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient FirstAdministrator first;
  private final TextField code = new TextField();
  private final TextField name = new TextField();
  private final TextField displayName = new TextField();
  private final NewPasswordFields password = new NewPasswordFields();
  private final Paragraph trouble = new Paragraph();

  SetupView(FirstAdministrator first) {
    super("access.setup.title", "access.setup.explanation");
    this.first = first;
    Div fields = new Div();
    fields.addClassName("door-fields");
    code.setLabel(getTranslation("access.setup.code"));
    code.setHelperText(getTranslation("access.setup.code.help"));
    code.addClassName("mono-input");
    code.setMaxLength(64);
    code.getElement().setAttribute("autocomplete", "off");
    name.setLabel(getTranslation("access.person.name"));
    name.setHelperText(getTranslation("access.person.name.help"));
    name.setMaxLength(64);
    name.getElement().setAttribute("autocomplete", "username");
    displayName.setLabel(getTranslation("access.person.display"));
    displayName.setMaxLength(100);
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    Button create = new Button(getTranslation("access.setup.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.addClickShortcut(Key.ENTER);
    fields.add(code, name, displayName);
    password.addTo(fields);
    fields.add(trouble, create);
    show(fields);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!first.isWanted()) {
      event.forwardTo(LoginView.class);
    }
  }

  private void create() {
    trouble.setVisible(false);
    try {
      PersonName wanted = new PersonName(name.getValue());
      Password chosen = password.value();
      String shown = displayName.isEmpty() ? wanted.value() : displayName.getValue();
      VaadinRequest request = VaadinRequest.getCurrent();
      String address = request == null ? "" : String.valueOf(request.getRemoteAddr());
      if (first.create(code.getValue(), wanted, shown, chosen, address)) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
      } else {
        say("access.setup.wrong");
      }
    } catch (IllegalArgumentException e) {
      say(Troubles.key(e, name));
    }
  }

  private void say(String key) {
    trouble.setText(getTranslation(key, Password.SHORTEST, Password.LONGEST));
    trouble.setVisible(true);
  }
}
