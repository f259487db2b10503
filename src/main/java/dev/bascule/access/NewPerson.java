package dev.bascule.access;

import java.util.Set;

/**
 * Somebody to be made.
 *
 * @param name the sign-in name
 * @param displayName how pages call them; 1 to 100 characters on one line
 * @param roles at least one
 * @param scope where the roles hold
 */
public record NewPerson(PersonName name, String displayName, Set<Role> roles, Scope scope) {
  private static final int LONGEST = 100;

  /** Refuses what can't be shown or does nothing. */
  public NewPerson {
    displayName = checkedDisplayName(displayName);
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a person has at least one role");
    }
  }

  static String checkedDisplayName(String text) {
    String name = text.strip();
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a display name has 1 to " + LONGEST + " characters on one line");
    }
    return name;
  }
}
