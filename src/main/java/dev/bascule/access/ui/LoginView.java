package dev.bascule.access.ui;

import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.FirstAdministrator;
import java.util.List;
import java.util.Set;

/** Where people sign in. What went wrong is said as far as anybody may know it. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends DoorPage implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final List<String> TROUBLES = List.of("error", "locked", "long", "unavailable");

  private final LoginForm form = new LoginForm();
  private final transient CurrentActor actor;
  private final transient FirstAdministrator first;

  LoginView(CurrentActor actor, FirstAdministrator first) {
    super("access.signin.title", "access.signin.explanation");
    this.actor = actor;
    this.first = first;
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words("error"));
    show(form);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (actor.find().isPresent()) {
      event.forwardTo("");
      return;
    }
    if (first.isWanted()) {
      event.forwardTo(SetupView.class);
      return;
    }
    Set<String> asked = event.getLocation().getQueryParameters().getParameters().keySet();
    TROUBLES.stream()
        .filter(asked::contains)
        .findFirst()
        .ifPresent(
            trouble -> {
              form.setI18n(words(trouble));
              form.setError(true);
            });
  }

  private LoginI18n words(String trouble) {
    LoginI18n words = new LoginI18n();
    LoginI18n.Form texts = new LoginI18n.Form();
    texts.setTitle("");
    texts.setUsername(getTranslation("access.signin.name"));
    texts.setPassword(getTranslation("access.signin.password"));
    texts.setSubmit(getTranslation("access.signin.submit"));
    texts.setForgotPassword("");
    words.setForm(texts);
    LoginI18n.ErrorMessage error = new LoginI18n.ErrorMessage();
    error.setTitle(getTranslation("access.signin." + trouble + ".title"));
    error.setMessage(getTranslation("access.signin." + trouble + ".text"));
    error.setUsername(getTranslation("access.signin.name.missing"));
    error.setPassword(getTranslation("access.signin.password.missing"));
    words.setErrorMessage(error);
    return words;
  }
}
