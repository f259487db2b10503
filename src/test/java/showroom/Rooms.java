package showroom;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.topology.ui.FakeBackground;
import dev.bascule.ui.PersonSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The rooms that the pages look into, all made up. */
public class Rooms {
  @Bean
  FakeFleet fleet() {
    return new FakeFleet();
  }

  @Bean
  FakeJournal journal() {
    return new FakeJournal();
  }

  @Bean
  FakeCloseLook closeLook() {
    return new FakeCloseLook();
  }

  @Bean
  @Primary
  FakeBackground background() {
    return new FakeBackground();
  }

  @Bean
  Person person() {
    return new Person();
  }

  /** Who is signed in: a DBA unless told otherwise. */
  public static final class Person implements CurrentActor, PersonSource {
    private volatile Set<Role> roles = Set.of(Role.DBA);
    private volatile Scope scope = Scope.all();

    /** Signs somebody else in. */
    public void is(Scope reach, Role... has) {
      scope = reach;
      roles = Set.of(has);
    }

    @Override
    public Actor get() {
      PersonId id = new PersonId(new UUID(0, 1));
      return Actor.person(id, "dba", Role.rightsOf(roles), scope, "127.0.0.1");
    }

    @Override
    public Optional<Actor> find() {
      return Optional.of(get());
    }

    @Override
    public Optional<PersonSource.Person> current() {
      return Optional.of(
          new PersonSource.Person("Camille Dubois", "DBA", PersonSource.Landing.PROBLEMS));
    }

    @Override
    public void signOut() {
      throw new UnsupportedOperationException("nobody signs out here");
    }
  }
}
