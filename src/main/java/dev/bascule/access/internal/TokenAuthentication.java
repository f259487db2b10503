package dev.bascule.access.internal;

import dev.bascule.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a valid token. */
final class TokenAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Actor actor;

  TokenAuthentication(Actor actor) {
    super(Authorities.of(actor.rights()));
    this.actor = actor;
    setAuthenticated(true);
  }

  Actor actor() {
    return actor;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return actor.name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenAuthentication that && that.actor.equals(actor);
  }

  @Override
  public int hashCode() {
    return actor.hashCode();
  }
}
