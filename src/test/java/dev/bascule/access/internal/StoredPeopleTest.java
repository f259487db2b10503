package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.Actor;
import dev.bascule.access.NewPerson;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.access.WeakPassword;
import dev.bascule.support.Database;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People are looked after by those who may, and never by halves. */
@ParameterizedClass
@EnumSource
record StoredPeopleTest(Database kind) {
  private static final Password NEXT = new Password("another horse battery");

  @Test
  void refusesEveryChangeByWhoMayNot() {
    AccessBench bench = new AccessBench(kind);
    Person dana = bench.with("dana", Role.DBA);
    Actor vic = AccessBench.VIC;
    refuses(() -> bench.people.create(vic, fresh("eve", Scope.all()), NEXT));
    refuses(() -> bench.people.assign(vic, dana.id(), 0, Set.of(Role.ADMIN), Scope.all()));
    refuses(() -> bench.people.rename(vic, dana.id(), 0, "D"));
    refuses(() -> bench.people.disable(vic, dana.id()));
    refuses(() -> bench.people.enable(vic, dana.id()));
    refuses(() -> bench.people.resetPassword(vic, dana.id(), NEXT));
    assertThat(bench.events(AccessEvent.Refused.class)).hasSize(6);
    assertThat(bench.people.find(dana.id())).contains(dana);
  }

  @Test
  void aPasswordThatSomebodyElseSetIsGoodForOneSignInAlone() {
    AccessBench bench = new AccessBench(kind);
    Password first = new Password("the first horse battery");
    Person eve = bench.people.create(AccessBench.ADA, fresh("eve", Scope.all()), first);
    assertThat(bench.people.hasTemporaryPassword(eve.id())).isTrue();
    assertThat(bench.people.changeOwnPassword(eve.actor("10.0.0.3"), first, NEXT)).isTrue();
    assertThat(bench.people.hasTemporaryPassword(eve.id())).isFalse();
    bench.people.resetPassword(AccessBench.ADA, eve.id(), first);
    assertThat(bench.people.hasTemporaryPassword(eve.id())).isTrue();
  }

  @Test
  void keepsAnAdministratorOfOneEnvironmentInIt() {
    AccessBench bench = new AccessBench(kind);
    Scope development = Scope.of(Set.of("development"));
    Actor local = bench.with("local", Role.ADMIN, development).actor("10.0.0.3");
    Person dana = bench.with("dana", Role.DBA);
    Person dev = bench.with("dev", Role.DBA, development);
    refuses(() -> bench.people.create(local, fresh("eve", Scope.all()), NEXT));
    refuses(() -> bench.people.create(local, fresh("eve", Scope.of(Set.of("production"))), NEXT));
    refuses(() -> bench.people.assign(local, dev.id(), 0, Set.of(Role.DBA), Scope.all()));
    refuses(() -> bench.people.assign(local, local.id(), 0, Set.of(Role.ADMIN), Scope.all()));
    refuses(() -> bench.people.resetPassword(local, dana.id(), NEXT));
    refuses(() -> bench.people.disable(local, dana.id()));
    refuses(() -> bench.tokens.issue(local, "wide", Scope.all()));
    assertThat(bench.people.create(local, fresh("eve", development), NEXT).scope())
        .isEqualTo(development);
    assertThat(bench.people.disable(local, dev.id()).disabled()).isTrue();
  }

  @Test
  void keepsTheLastAdministrator() {
    AccessBench bench = new AccessBench(kind);
    Person one = bench.with("one", Role.ADMIN);
    assertThatThrownBy(() -> bench.people.disable(AccessBench.ADA, one.id()))
        .isInstanceOf(People.LastAdministrator.class);
    assertThatThrownBy(
            () ->
                bench.people.assign(AccessBench.ADA, one.id(), 0, Set.of(Role.VIEWER), Scope.all()))
        .isInstanceOf(People.LastAdministrator.class);
    bench.with("two", Role.ADMIN);
    assertThat(bench.people.disable(AccessBench.ADA, one.id()).disabled()).isTrue();
  }

  @Test
  void refusesAChangeOfWhatSomebodyElseChanged() {
    AccessBench bench = new AccessBench(kind);
    Person dana = bench.with("dana", Role.DBA);
    bench.people.rename(AccessBench.ADA, dana.id(), dana.version(), "Dana");
    assertThatThrownBy(
            () ->
                bench.people.assign(
                    AccessBench.ADA, dana.id(), dana.version(), Set.of(Role.ADMIN), Scope.all()))
        .isInstanceOf(People.ChangedMeanwhile.class);
  }

  @Test
  void refusesANameThatSomebodyHas() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    assertThatThrownBy(() -> bench.people.create(AccessBench.ADA, fresh("DANA", Scope.all()), NEXT))
        .isInstanceOf(People.NameTaken.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "-x",
        "<img src=x onerror=alert(1)>",
        "a b",
        "x\ny",
        "a;rm",
        "..",
        "$x"
      })
  void takesNoNameThatIsNone(String hostile) {
    assertThatThrownBy(() -> new PersonName(hostile)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesANameInOneForm() {
    assertThat(new PersonName(" E\u0301ve@Example.org "))
        .isEqualTo(new PersonName("\u00c9VE@example.ORG"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "aaaaaaaaaaaaaaaa", "with\u0000a nul byte", "line\nbreak here"})
  void refusesWeakPasswords(String weak) {
    AccessBench bench = new AccessBench(kind);
    assertThatThrownBy(
            () ->
                bench.people.create(
                    AccessBench.ADA, fresh("dana", Scope.all()), new Password(weak)))
        .isInstanceOf(WeakPassword.class);
    assertThat(bench.people.isEmpty()).isTrue();
  }

  @Test
  void takesAPasswordFromAnyKeyboard() {
    AccessBench bench = new AccessBench(kind);
    bench.people.create(
        AccessBench.ADA,
        fresh("dana", Scope.all()),
        new Password("cafe\u0301 au lait, s'il te plai\u0302t"));
    assertThat(
            bench
                .from("10.0.0.7", "dana", "caf\u00e9 au lait, s'il te pla\u00eet")
                .isAuthenticated())
        .isTrue();
  }

  @Test
  void keepsHostileDisplayNamesAsTheyAre() {
    AccessBench bench = new AccessBench(kind);
    Person dana = bench.with("dana", Role.DBA);
    String hostile = "<b>Zoé</b> 😀 العربية ${jndi:ldap://x} '; drop table person;--";
    assertThat(bench.people.rename(AccessBench.ADA, dana.id(), 0, hostile).displayName())
        .isEqualTo(hostile);
    for (String refused : new String[] {"", " ", "a\nb", "x".repeat(101)}) {
      assertThatThrownBy(() -> bench.people.rename(AccessBench.ADA, dana.id(), 1, refused))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void changesOnesOwnPasswordOnlyWithThePresentOne() {
    AccessBench bench = new AccessBench(kind);
    Person dana = bench.with("dana", Role.DBA);
    Actor self = dana.actor("10.0.0.7");
    assertThat(bench.people.changeOwnPassword(self, new Password("wrong"), NEXT)).isFalse();
    assertThat(bench.events(AccessEvent.PasswordChangeRefused.class)).hasSize(1);
    assertThat(bench.people.changeOwnPassword(self, AccessBench.GOOD, NEXT)).isTrue();
    assertThat(bench.from("10.0.0.7", "dana", NEXT.value()).isAuthenticated()).isTrue();
    assertThat(bench.table.find(dana.id()).orElseThrow().credentials()).isEqualTo(1);
  }

  @Test
  void letsNobodyGuessAPresentPassword() {
    AccessBench bench = new AccessBench(kind);
    Actor self = bench.with("dana", Role.DBA).actor("10.0.0.7");
    for (int i = 0; i < SignInGuard.PER_ACCOUNT; i++) {
      bench.guard.begin("dana", "10.0.0.7");
    }
    assertThat(bench.people.changeOwnPassword(self, AccessBench.GOOD, NEXT)).isFalse();
  }

  private static NewPerson fresh(String name, Scope scope) {
    return new NewPerson(new PersonName(name), name, Set.of(Role.VIEWER), scope);
  }

  private static void refuses(ThrowingCallable change) {
    assertThatThrownBy(change).isInstanceOf(NotAllowed.class);
  }
}
