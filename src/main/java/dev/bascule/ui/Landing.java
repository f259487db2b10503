package dev.bascule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** The address without a path: leads each person to where their role starts. */
@Route("")
@PermitAll
class Landing extends Div implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient ObjectProvider<PersonSource> people;

  Landing(ObjectProvider<PersonSource> people) {
    this.people = people;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    PersonSource source = people.getIfAvailable();
    String path =
        (source == null ? java.util.Optional.<PersonSource.Person>empty() : source.current())
            .map(person -> person.landing().path())
            .orElse(PersonSource.Landing.PROBLEMS.path());
    event.forwardTo(path);
  }
}
