package dev.bascule.audit.internal;

import static dev.bascule.audit.AuditResult.DONE;
import static dev.bascule.audit.AuditResult.REFUSED;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.AccessEvent.ForeignOrigin;
import dev.bascule.access.AccessEvent.Locked;
import dev.bascule.access.AccessEvent.PasswordChangeRefused;
import dev.bascule.access.AccessEvent.PasswordChanged;
import dev.bascule.access.AccessEvent.PersonAssigned;
import dev.bascule.access.AccessEvent.PersonCreated;
import dev.bascule.access.AccessEvent.PersonDisabled;
import dev.bascule.access.AccessEvent.PersonEnabled;
import dev.bascule.access.AccessEvent.PersonRenamed;
import dev.bascule.access.AccessEvent.Refused;
import dev.bascule.access.AccessEvent.SetupRefused;
import dev.bascule.access.AccessEvent.SignInRefused;
import dev.bascule.access.AccessEvent.SignedIn;
import dev.bascule.access.AccessEvent.SignedOut;
import dev.bascule.access.AccessEvent.TokenIssued;
import dev.bascule.access.AccessEvent.TokenRefused;
import dev.bascule.access.AccessEvent.TokenRevoked;
import dev.bascule.access.Actor;
import dev.bascule.access.Person;
import dev.bascule.access.Role;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what happens at the door, in the transaction in which it happens. */
@Component
final class AccessRecorder {
  private final AuditLog log;

  AccessRecorder(AuditLog log) {
    this.log = log;
  }

  @EventListener
  void on(AccessEvent event) {
    switch (event) {
      case SignedIn in -> write(in, "access.signed-in", self(in.actor()), DONE, Map.of());
      case SignedOut out -> write(out, "access.signed-out", self(out.actor()), DONE, Map.of());
      case SignInRefused no ->
          write(
              no,
              "access.sign-in-refused",
              account(no.actor().name()),
              REFUSED,
              Map.of("why", no.why()));
      case Locked no ->
          write(
              no,
              "access.locked",
              account(no.account()),
              REFUSED,
              Map.of("until", no.until().toString()));
      case Refused no -> refused(no);
      case PersonCreated made ->
          write(
              made,
              "access.person-created",
              person(made.person()),
              DONE,
              Map.of(
                  "roles",
                  roles(made.person().roles()),
                  "scope",
                  made.person().scope().toString()));
      case PersonAssigned changed ->
          write(
              changed,
              "access.person-assigned",
              person(changed.person()),
              DONE,
              Map.of(
                  "rolesBefore", roles(changed.rolesBefore()),
                  "roles", roles(changed.person().roles()),
                  "scopeBefore", changed.scopeBefore().toString(),
                  "scope", changed.person().scope().toString()));
      case PersonRenamed changed ->
          write(
              changed,
              "access.person-renamed",
              person(changed.person()),
              DONE,
              Map.of("before", changed.before()));
      case PersonDisabled gone ->
          write(gone, "access.person-disabled", person(gone.person()), DONE, Map.of());
      case PersonEnabled back ->
          write(back, "access.person-enabled", person(back.person()), DONE, Map.of());
      case PasswordChanged changed ->
          write(changed, "access.password-changed", person(changed.person()), DONE, Map.of());
      case PasswordChangeRefused no ->
          write(no, "access.password-change-refused", self(no.actor()), REFUSED, Map.of());
      case TokenIssued made ->
          write(made, "access.token-issued", token(made.token()), DONE, Map.of());
      case TokenRevoked gone ->
          write(gone, "access.token-revoked", token(gone.token()), DONE, Map.of());
      case TokenRefused no ->
          write(no, "access.token-refused", AuditSubject.console(), REFUSED, Map.of());
      case SetupRefused no ->
          write(no, "access.setup-refused", AuditSubject.console(), REFUSED, Map.of());
      case ForeignOrigin no ->
          write(
              no,
              "access.foreign-origin",
              AuditSubject.console(),
              REFUSED,
              Map.of("origin", no.origin()));
    }
  }

  private void write(
      AccessEvent event,
      String action,
      AuditSubject subject,
      AuditResult result,
      Map<String, ?> detail) {
    log.append(event.actor(), action, subject, result, detail);
  }

  /** What is refused is rolled back; that it was refused is not. */
  private void refused(Refused no) {
    log.appendAlone(
        no.actor(),
        "access.refused",
        new AuditSubject("doing", no.doing(), no.doing(), no.environment()),
        REFUSED,
        Map.of("right", no.right().name()));
  }

  private static AuditSubject self(Actor actor) {
    return new AuditSubject("person", actor.id().toString(), actor.name());
  }

  private static AuditSubject person(Person person) {
    return new AuditSubject("person", person.id().toString(), person.name().value());
  }

  private static AuditSubject account(String name) {
    return new AuditSubject("account", name, name);
  }

  private static AuditSubject token(String name) {
    return new AuditSubject("token", name, name);
  }

  private static List<String> roles(Collection<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList();
  }
}
