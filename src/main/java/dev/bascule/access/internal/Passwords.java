package dev.bascule.access.internal;

import dev.bascule.access.Password;
import dev.bascule.access.WeakPassword;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes). The algorithm stands before each hash, so
 * that another one can follow. At most a few are hashed at once: a crowd at the door must not take
 * the memory of the whole console.
 */
@Component
final class Passwords {
  /** Of a password that nobody has: what is compared when there is no such person. */
  private static final String NOBODYS =
      "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$seTQgyHUYYHxC7pcWofEpQ$SLrztmFapzgwvW3etSH3qgyr43ZZVefxw1b897haU08";

  private static final int AT_ONCE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final DelegatingPasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));

  /** The form to keep. */
  String hash(Password password) {
    return inTurn(() -> encoder.encode(password.value()));
  }

  /** Whether it is the password; takes the same time when it isn't. */
  boolean matches(Password password, String hash) {
    return inTurn(() -> encoder.matches(password.value(), hash));
  }

  /** Takes the time that a comparison takes. */
  void pretend(Password password) {
    matches(password, NOBODYS);
  }

  /**
   * Refuses what is too easily guessed or can't be typed again.
   *
   * @throws WeakPassword saying why
   */
  static void check(Password password, String name) {
    String text = password.value();
    if (text.codePointCount(0, text.length()) < Password.SHORTEST) {
      throw new WeakPassword(WeakPassword.Why.SHORT);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new WeakPassword(WeakPassword.Why.CONTROL_CHARACTERS);
    }
    if (text.codePoints().distinct().count() < 5 || text.equalsIgnoreCase(name)) {
      throw new WeakPassword(WeakPassword.Why.OBVIOUS);
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("too many passwords are being checked at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
