package dev.bascule.access.internal;

import dev.bascule.access.internal.KnownPeople.Known;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds each request against what is true now: whoever was disabled or has a new password is out,
 * whoever has other roles has them at once.
 */
final class PresentRights extends OncePerRequestFilter {
  private final KnownPeople people;
  private final Sessions sessions;
  private final HttpSessionSecurityContextRepository repository =
      new HttpSessionSecurityContextRepository();

  PresentRights(KnownPeople people, Sessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present != null && present.getPrincipal() instanceof SessionPerson person) {
      hold(person, present, request, response);
    }
    chain.doFilter(request, response);
  }

  private void hold(
      SessionPerson session,
      Authentication present,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession web = request.getSession(false);
    Optional<Known> known =
        people
            .find(session.personId())
            .filter(now -> now.credentials() == session.credentials() && !now.person().disabled());
    if (known.isEmpty()) {
      SecurityContextHolder.clearContext();
      if (web != null) {
        web.invalidate();
      }
      return;
    }
    if (web != null) {
      sessions.belongs(web, session.personId());
    }
    var authorities = Authorities.of(known.get().person().rights());
    if (new HashSet<>(present.getAuthorities()).equals(new HashSet<>(authorities))) {
      return;
    }
    UsernamePasswordAuthenticationToken renewed =
        UsernamePasswordAuthenticationToken.authenticated(session, null, authorities);
    renewed.setDetails(present.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(renewed);
    SecurityContextHolder.setContext(context);
    repository.saveContext(context, request, response);
  }
}
