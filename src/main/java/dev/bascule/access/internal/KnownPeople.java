package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.AccessEvent.PersonAssigned;
import dev.bascule.access.AccessEvent.PersonDisabled;
import dev.bascule.access.AccessEvent.PersonEnabled;
import dev.bascule.access.Person;
import dev.bascule.access.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What is known of those who are signed in, at most two seconds old: another console may have
 * changed it. When the database can't be asked, the last that was known, marked so.
 */
@Component
final class KnownPeople {
  private static final Logger log = LoggerFactory.getLogger(KnownPeople.class);
  private static final long FRESH = Duration.ofSeconds(2).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(8).toNanos();
  private static final int MOST = 10_000;

  private final PeopleTable table;
  private final Map<PersonId, Known> known = new ConcurrentHashMap<>();

  KnownPeople(PeopleTable table) {
    this.table = table;
  }

  /**
   * What is known of a person.
   *
   * @param credentials the number of their present password
   * @param current false if the database could not be asked
   */
  record Known(Person person, long credentials, boolean current, long readAt) {}

  /** The person, unless there is none or nothing was ever known and the database is gone. */
  Optional<Known> find(PersonId id) {
    Known before = known.get(id);
    long now = System.nanoTime();
    if (before != null && now - before.readAt < FRESH) {
      return Optional.of(before);
    }
    try {
      Optional<Known> read =
          table.find(id).map(row -> new Known(row.person(), row.credentials(), true, now));
      read.ifPresentOrElse(found -> keep(id, found), () -> known.remove(id));
      return read;
    } catch (DataAccessException | TransactionException e) {
      if (before == null) {
        return Optional.empty();
      }
      if (before.current) {
        log.warn("The console's database can't be asked; people may look on only", e);
      }
      // asked again after the pool's own time-out, not at every click
      Known stale =
          new Known(before.person, before.credentials, false, System.nanoTime() + PATIENCE);
      keep(id, stale);
      return Optional.of(stale);
    }
  }

  private void keep(PersonId id, Known found) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(id, found);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(AccessEvent event) {
    switch (event) {
      case PersonAssigned changed -> known.remove(changed.person().id());
      case PersonDisabled changed -> known.remove(changed.person().id());
      case PersonEnabled changed -> known.remove(changed.person().id());
      case AccessEvent.PersonRenamed changed -> known.remove(changed.person().id());
      case AccessEvent.PasswordChanged changed -> known.remove(changed.person().id());
      case AccessEvent.SignedIn in -> known.remove(in.actor().id());
      case AccessEvent.SignInRefused _,
          AccessEvent.Locked _,
          AccessEvent.SignedOut _,
          AccessEvent.Refused _,
          AccessEvent.PersonCreated _,
          AccessEvent.PasswordChangeRefused _,
          AccessEvent.TokenIssued _,
          AccessEvent.TokenRevoked _,
          AccessEvent.TokenRefused _,
          AccessEvent.SetupRefused _,
          AccessEvent.ForeignOrigin _ -> {
        // nothing is known of these
      }
    }
  }
}
