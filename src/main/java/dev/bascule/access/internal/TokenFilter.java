package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.TokenRefused;
import dev.bascule.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer …}; a wrong token is refused at once. */
final class TokenFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(TokenFilter.class);
  private static final String SCHEME = "bearer ";

  private final StoredTokens tokens;
  private final ApplicationEventPublisher events;
  private final Damper damper = new Damper();

  TokenFilter(StoredTokens tokens, ApplicationEventPublisher events) {
    this.tokens = tokens;
    this.events = events;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> shown = shown(request);
    if (shown.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Actor> actor;
    try {
      actor = tokens.actor(shown.get(), request.getRemoteAddr());
    } catch (DataAccessException | TransactionException e) {
      log.warn("A token can't be checked: the console's database failed", e);
      Problems.write(response, 503, "Service Unavailable", "The token can't be checked now.");
      return;
    }
    if (actor.isEmpty()) {
      refuse(request, response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new TokenAuthentication(actor.get()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (damper.first(SignInGuard.counted(request.getRemoteAddr()))) {
      try {
        events.publishEvent(new TokenRefused(Actor.anonymous("", request.getRemoteAddr())));
      } catch (DataAccessException | TransactionException e) {
        log.warn("A refused token could not be noted", e);
      }
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    Problems.write(response, 401, "Unauthorized", "The token is not valid.");
  }

  private static Optional<String> shown(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
