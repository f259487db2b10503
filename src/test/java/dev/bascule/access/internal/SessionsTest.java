package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.Person;
import dev.bascule.access.Right;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.support.Database;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Sessions end when they should, and have the rights of now. */
class SessionsTest {
  private final AccessBench bench = new AccessBench(Database.H2);
  private final KnownPeople known = new KnownPeople(bench.table);
  private final Sessions sessions = new Sessions();
  private final PresentRights filter = new PresentRights(known, sessions);
  private final Person dana = bench.with("dana", Role.DBA);
  private final MockHttpSession session = new MockHttpSession();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void endAtOnceWhenThePersonIsDisabled() throws Exception {
    click();
    sessions.on(new AccessEvent.PersonDisabled(AccessBench.ADA, dana));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void endAtOnceWithANewPassword() throws Exception {
    click();
    sessions.on(new AccessEvent.PasswordChanged(AccessBench.ADA, dana));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void ofOthersGoOn() throws Exception {
    click();
    sessions.on(new AccessEvent.PersonDisabled(AccessBench.ADA, bench.with("eve", Role.DBA)));
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void endAtTheNextClickWhenAnotherConsoleDisabledThePerson() throws Exception {
    bench.people.disable(AccessBench.ADA, dana.id());
    click();
    assertThat(session.isInvalid()).isTrue();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void haveOtherRightsAtTheNextClick() throws Exception {
    bench.people.assign(AccessBench.ADA, dana.id(), 0, Set.of(Role.VIEWER), Scope.all());
    click();
    assertThat(session.isInvalid()).isFalse();
    var now = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    assertThat(now.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_VIEW");
  }

  @Test
  void goOnWithoutTheDatabaseButOnlyToLookOn() throws Exception {
    click();
    SecurityContextActor present = new SecurityContextActor(known);
    assertThat(present.get().may(Right.REQUEST)).isTrue();
    bench.database.source().close();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInSameThread()
        .until(() -> !present.get().may(Right.REQUEST));
    assertThat(present.get().may(Right.VIEW)).isTrue();
    assertThat(present.person()).contains(dana);
  }

  private void click() throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new SessionPerson(dana.id().value(), "dana", 0),
                null,
                Authorities.of(dana.rights())));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fleet");
    request.setSession(session);
    filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
