package dev.bascule.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.bascule.access.PresentPerson;
import dev.bascule.access.Role;
import dev.bascule.ui.PersonSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the frame who is signed in. */
@Component
final class FramePerson implements PersonSource {
  private final PresentPerson present;
  private final AuthenticationContext session;
  private final I18NProvider texts;

  FramePerson(PresentPerson present, AuthenticationContext session, I18NProvider texts) {
    this.present = present;
    this.session = session;
    this.texts = texts;
  }

  @Override
  public Optional<PersonSource.Person> current() {
    return present.person().map(this::shown);
  }

  @Override
  public void signOut() {
    session.logout();
  }

  @Override
  public String account() {
    return "me";
  }

  private PersonSource.Person shown(dev.bascule.access.Person person) {
    UI ui = UI.getCurrent();
    Locale locale = ui == null ? Locale.ENGLISH : ui.getLocale();
    String roles =
        person.roles().stream()
            .sorted()
            .map(role -> texts.getTranslation("access.role." + role.name(), locale))
            .collect(Collectors.joining(", "));
    return new PersonSource.Person(
        person.displayName(), Objects.requireNonNull(roles), landing(person.roles()));
  }

  private static PersonSource.Landing landing(Set<Role> roles) {
    if (roles.contains(Role.DBA)) {
      return PersonSource.Landing.PROBLEMS;
    }
    if (roles.contains(Role.APPROVER)) {
      return PersonSource.Landing.WAITING_FOR_ME;
    }
    if (roles.contains(Role.MANAGER)) {
      return PersonSource.Landing.REVIEWS;
    }
    return roles.contains(Role.ADMIN) ? PersonSource.Landing.ADMIN : PersonSource.Landing.PROBLEMS;
  }
}
