package dev.bascule.access.ui;

import dev.bascule.access.Password;
import java.security.SecureRandom;

/** A password that nobody could guess, to be read aloud once and then changed. */
final class TemporaryPassword {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int GROUPS = 4;
  private static final int LETTERS_A_GROUP = 5;

  private TemporaryPassword() {}

  /** About 99 bits. */
  static Password make() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < GROUPS * LETTERS_A_GROUP; i++) {
      if (i > 0 && i % LETTERS_A_GROUP == 0) {
        made.append('-');
      }
      made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new Password(made.toString());
  }
}
