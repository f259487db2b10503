package dev.bascule.approval.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.support.TestDatabase;
import java.util.Set;

/** People of a test, with their rows in the database. */
public final class Voters {
  private Voters() {}

  /** Somebody with these rights everywhere. */
  public static Actor person(TestDatabase database, String name, Right... rights) {
    return person(database, name, Scope.all(), rights);
  }

  /** Somebody with these rights as far as their scope reaches. */
  public static Actor person(TestDatabase database, String name, Scope scope, Right... rights) {
    PersonId id = PersonId.random();
    database
        .sql(
            """
            insert into person (id, name, display_name, scope, password_hash, credentials,
              disabled, created_at, version)
            values (?, ?, ?, '*', '{noop}', 1, false, now(), 1)\
            """)
        .params(id.value(), name, name)
        .update();
    return Actor.person(id, name, Set.of(rights), scope, "10.0.0.1");
  }
}
