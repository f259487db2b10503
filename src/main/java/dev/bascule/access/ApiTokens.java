package dev.bascule.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens for programs that read {@code /api/**} and {@code /actuator/prometheus}. Only a digest is
 * kept: a token is shown once, when it is made. Changes need {@link Right#MANAGE_PEOPLE}.
 */
public interface ApiTokens {
  /** All that were not revoked, by name. */
  List<ApiToken> list();

  /**
   * Makes a token.
   *
   * @param name 1 to 64 letters, digits and {@code ._-}, not in use
   * @param scope what it reaches; no more than the actor does
   * @return the token and its text, which can't be had again
   * @throws WrongName if it can't be a token's name
   * @throws NameTaken if another token has the name
   * @throws NotAllowed without the right, or beyond the actor's own scope
   */
  Issued issue(Actor actor, String name, Scope scope);

  /** Makes it worthless from now on. */
  void revoke(Actor actor, UUID id);

  /**
   * What is known of a token.
   *
   * @param id which one
   * @param name what it is for
   * @param scope the environments that it reaches
   * @param createdBy the name of who made it
   * @param lastUsed when it was last shown, to the minute
   */
  record ApiToken(
      UUID id,
      String name,
      Scope scope,
      String createdBy,
      Instant createdAt,
      Optional<Instant> lastUsed) {}

  /** No token can have that name. */
  final class WrongName extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public WrongName() {
      super("a token's name has 1 to 64 letters, digits and . _ -");
    }
  }

  /** There is a token of that name. */
  final class NameTaken extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public NameTaken() {
      super("there is a token of that name");
    }
  }

  /**
   * A new token.
   *
   * @param text what the program shows; kept nowhere
   */
  record Issued(ApiToken token, String text) {
    @Override
    public String toString() {
      return "Issued[" + token + ", hidden]";
    }
  }
}
