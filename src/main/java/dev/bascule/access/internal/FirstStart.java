package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.SetupRefused;
import dev.bascule.access.Actor;
import dev.bascule.access.FirstAdministrator;
import dev.bascule.access.NewPerson;
import dev.bascule.access.Password;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * While there is nobody: takes people from a file if one is named, else prints a code that opens
 * the page where the first administrator is made. The code is kept in memory alone and is void once
 * there is somebody, or after ten wrong ones, when another is printed.
 */
@Component
final class FirstStart implements FirstAdministrator, SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;
  private static final int MOST_WRONG = 10;
  private static final Actor CONSOLE = Actor.system("first-start");

  private final PeopleTable table;
  private final StoredPeople people;
  private final StoredTokens tokens;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Optional<Path> file;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore oneAtATime = new Semaphore(1);
  private volatile String code = "";
  private final AtomicInteger wrong = new AtomicInteger();
  private volatile boolean somebody;

  FirstStart(
      PeopleTable table,
      StoredPeople people,
      StoredTokens tokens,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      @Value("${bascule.bootstrap.people:}") String file) {
    this.table = table;
    this.people = people;
    this.tokens = tokens;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.file = file.isBlank() ? Optional.empty() : Optional.of(Path.of(file));
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (file.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          table.lock();
          if (table.isEmpty()) {
            take(Bootstrap.read(file.get()));
          } else {
            log.info("There are people already: {} is not read", file.get());
          }
        });
  }

  private void take(Bootstrap begin) {
    begin
        .people()
        .forEach(someone -> people.createUnasked(CONSOLE, someone.person(), someone.password()));
    begin.tokens().forEach(token -> tokens.put(CONSOLE, token.name(), token.scope(), token.text()));
    log.info(
        "The first start: {} people and {} tokens are made",
        begin.people().size(),
        begin.tokens().size());
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    if (isWanted()) {
      newCode();
    }
  }

  private void newCode() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 5 == 0) {
        made.append('-');
      }
      made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    code = made.toString();
    wrong.set(0);
    log.warn(
        """


          There is nobody yet. Make the first administrator on the page /setup with this code:

              {}
        """,
        code);
  }

  @Override
  public boolean isWanted() {
    if (!somebody) {
      somebody = !table.isEmpty();
    }
    return !somebody;
  }

  @Override
  public boolean create(
      String given, PersonName name, String displayName, Password password, String address) {
    oneAtATime.acquireUninterruptibly();
    try {
      if (!isWanted() || !opens(given)) {
        refuse(name, address);
        return false;
      }
      NewPerson administrator = new NewPerson(name, displayName, Set.of(Role.ADMIN), Scope.all());
      Actor actor = Actor.anonymous(name.value(), address);
      transaction.executeWithoutResult(
          status -> {
            table.lock();
            if (table.isEmpty()) {
              people.createUnasked(actor, administrator, password);
            }
          });
      somebody = true;
      code = "";
      return true;
    } finally {
      oneAtATime.release();
    }
  }

  private boolean opens(String given) {
    String expected = code;
    byte[] typed = given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return !expected.isEmpty()
        && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed);
  }

  private void refuse(PersonName name, String address) {
    events.publishEvent(new SetupRefused(Actor.anonymous(name.value(), address)));
    if (isWanted() && wrong.incrementAndGet() >= MOST_WRONG) {
      newCode();
    }
  }
}
