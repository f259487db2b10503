package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.Person;
import dev.bascule.access.Role;
import dev.bascule.support.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;

/** Who gets in, who doesn't, and what those who don't may know. */
@ParameterizedClass
@EnumSource
record SignInTest(Database kind) {
  private static final String HERE = "10.0.0.7";
  private static final String THERE = "192.0.2.9";

  @Test
  void letsInWithTheRightPassword() {
    AccessBench bench = new AccessBench(kind);
    Person dana = bench.with("dana", Role.DBA);
    var in = bench.from(HERE, " DANA ", AccessBench.GOOD.value());
    assertThat(in.isAuthenticated()).isTrue();
    assertThat(in.getPrincipal()).isEqualTo(new SessionPerson(dana.id().value(), "dana", 0));
    assertThat(bench.events(AccessEvent.SignedIn.class)).hasSize(1);
    assertThat(bench.people.find(dana.id()).orElseThrow().lastSignIn()).isPresent();
  }

  @Test
  void saysTheSameOfAWrongPasswordAnUnknownNameAndADisabledPerson() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    bench.people.disable(AccessBench.ADA, bench.with("gone", Role.DBA).id());
    assertThatThrownBy(() -> bench.from(HERE, "dana", "wrong")).isInstanceOf(BAD);
    assertThatThrownBy(() -> bench.from(HERE, "nobody", "wrong")).isInstanceOf(BAD);
    assertThatThrownBy(() -> bench.from(HERE, "gone", AccessBench.GOOD.value())).isInstanceOf(BAD);
    assertThat(bench.events(AccessEvent.SignInRefused.class))
        .extracting(AccessEvent.SignInRefused::why)
        .containsExactly("wrong", "wrong", "disabled");
  }

  private static final Class<BadCredentialsException> BAD = BadCredentialsException.class;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR 1=1--",
        "*)(objectClass=*",
        "dana\u0000",
        "dana'; drop table person;--",
        "",
        " ",
        "${jndi:ldap://x}",
        "dana\n2026-11-23 INFO admin approved",
        "\u202eanad"
      })
  void refusesNamesThatAreNone(String hostile) {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    assertThatThrownBy(() -> bench.from(HERE, hostile, AccessBench.GOOD.value())).isInstanceOf(BAD);
    assertThat(bench.events(AccessEvent.SignedIn.class)).isEmpty();
  }

  @Test
  void cutsANameOfTenKilobytes() {
    AccessBench bench = new AccessBench(kind);
    assertThatThrownBy(() -> bench.from(HERE, "x".repeat(10_240), "wrong")).isInstanceOf(BAD);
    assertThat(bench.events(AccessEvent.SignInRefused.class).getFirst().actor().name())
        .hasSize(64)
        .endsWith("…");
  }

  @Test
  void refusesAPasswordThatIsTooLongWithoutLookingAtIt() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    assertThatThrownBy(() -> bench.from(HERE, "dana", "x".repeat(4_096)))
        .isInstanceOf(BAD)
        .hasMessage("too-long");
  }

  @Test
  void takesNoPasswordThatWasCutAtANul() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    assertThatThrownBy(() -> bench.from(HERE, "dana", AccessBench.GOOD.value() + "\u0000x"))
        .isInstanceOf(BAD);
    assertThatThrownBy(() -> bench.from(HERE, "dana", "")).isInstanceOf(BAD);
  }

  @Test
  void locksOneNameAtOneAddressAfterFiveWrongPasswords() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    wrong(bench, HERE, "dana", SignInGuard.PER_ACCOUNT);
    assertThatThrownBy(() -> right(bench, HERE, "dana")).isInstanceOf(LockedException.class);
    assertThat(bench.events(AccessEvent.Locked.class)).hasSize(1);
    assertThatThrownBy(() -> right(bench, HERE, "dana")).isInstanceOf(LockedException.class);
    assertThat(bench.events(AccessEvent.Locked.class)).as("told once").hasSize(1);
  }

  @Test
  void locksNobodyOutAtAnotherAddress() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    wrong(bench, HERE, "dana", SignInGuard.PER_ACCOUNT + 1);
    assertThatCode(() -> right(bench, THERE, "dana")).doesNotThrowAnyException();
  }

  @Test
  void lookAgainAfterAQuarterOfAnHour() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    wrong(bench, HERE, "dana", SignInGuard.PER_ACCOUNT + 1);
    bench.clock.pass(SignInGuard.WINDOW.plusSeconds(1));
    assertThatCode(() -> right(bench, HERE, "dana")).doesNotThrowAnyException();
  }

  @Test
  void locksAnAddressThatTriedTwentyNames() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    spray(bench, HERE);
    assertThatThrownBy(() -> right(bench, HERE, "dana")).isInstanceOf(LockedException.class);
    assertThatCode(() -> right(bench, THERE, "dana")).doesNotThrowAnyException();
  }

  @Test
  void letsInThroughALockedProxyWhoeverSignedInThereBefore() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    right(bench, HERE, "dana");
    spray(bench, HERE);
    assertThatCode(() -> right(bench, HERE, "dana")).doesNotThrowAnyException();
    wrong(bench, HERE, "dana", SignInGuard.PER_ACCOUNT);
    assertThatThrownBy(() -> right(bench, HERE, "dana"))
        .as("their own tries still count")
        .isInstanceOf(LockedException.class);
  }

  @Test
  void forgetsAfterThirtyDaysWhoSignedInThere() {
    AccessBench bench = new AccessBench(kind);
    bench.with("dana", Role.DBA);
    right(bench, HERE, "dana");
    bench.clock.pass(SignInGuard.KNOWN.plus(Duration.ofHours(1)));
    spray(bench, HERE);
    assertThatThrownBy(() -> right(bench, HERE, "dana")).isInstanceOf(LockedException.class);
  }

  @Test
  void doesNotLockAProxyBecauseColleaguesMistype() {
    AccessBench bench = new AccessBench(kind);
    for (int i = 0; i < 7; i++) {
      bench.with("colleague" + i, Role.VIEWER);
      right(bench, HERE, "colleague" + i);
    }
    bench.with("dana", Role.DBA);
    for (int i = 0; i < 7; i++) {
      wrong(bench, HERE, "colleague" + i, 4);
    }
    assertThatCode(() -> right(bench, HERE, "dana")).doesNotThrowAnyException();
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    assertThat(SignInGuard.counted("2001:db8:1:2:aaaa::1"))
        .isEqualTo(SignInGuard.counted("2001:db8:1:2:bbbb::2"))
        .isNotEqualTo(SignInGuard.counted("2001:db8:1:3::1"));
  }

  private static void spray(AccessBench bench, String address) {
    for (int i = 0; i < SignInGuard.PER_ADDRESS; i++) {
      // counted as a try is; comparing the password each time would only take long
      assertThat(bench.guard.begin("somebody" + i, address).isRefused()).isFalse();
    }
    assertThat(bench.guard.begin("one-more", address).isRefused()).isTrue();
  }

  private static void wrong(AccessBench bench, String address, String name, int times) {
    for (int i = 0; i < times; i++) {
      bench.guard.begin(name, address);
    }
  }

  private static void right(AccessBench bench, String address, String name) {
    assertThat(bench.from(address, name, AccessBench.GOOD.value()).isAuthenticated()).isTrue();
  }
}
