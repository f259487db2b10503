package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.ForeignOrigin;
import dev.bascule.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: WebSocket handshakes, which the
 * same-origin policy doesn't cover, and anything that isn't a plain GET. Browsers always say where
 * such a request comes from; a handshake that doesn't say is refused too.
 */
final class OriginFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(OriginFilter.class);
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> own;
  private final ApplicationEventPublisher events;
  private final Damper damper = new Damper();

  /**
   * A filter.
   *
   * @param own origins such as {@code https://bascule.example} that are the console's, beside the
   *     one that each request's own Host header names
   */
  OriginFilter(Set<String> own, ApplicationEventPublisher events) {
    this.own = Set.copyOf(own);
    this.events = events;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader("Origin");
    boolean handshake = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    boolean changes = !HARMLESS.contains(request.getMethod());
    boolean refused =
        handshake
            ? !isOwn(origin, request)
            : changes && (crossSite(request) || (origin != null && !isOwn(origin, request)));
    if (!refused) {
      chain.doFilter(request, response);
      return;
    }
    note(request, origin);
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private static boolean crossSite(HttpServletRequest request) {
    return "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
  }

  private boolean isOwn(@Nullable String origin, HttpServletRequest request) {
    if (origin == null || origin.length() > 300) {
      return false;
    }
    if (own.contains(origin)) {
      return true;
    }
    String host = request.getHeader("Host");
    return host != null && authority(origin).equals(host.toLowerCase(Locale.ROOT));
  }

  private static String authority(String origin) {
    try {
      URI uri = URI.create(origin);
      String authority = uri.getRawAuthority();
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && authority != null ? authority.toLowerCase(Locale.ROOT) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void note(HttpServletRequest request, @Nullable String origin) {
    String address = request.getRemoteAddr();
    if (!damper.first(SignInGuard.counted(address))) {
      return;
    }
    String from = origin == null ? "" : origin.substring(0, Math.min(200, origin.length()));
    try {
      events.publishEvent(new ForeignOrigin(Actor.anonymous("", address), from));
    } catch (DataAccessException | TransactionException e) {
      log.warn("A refused request from another origin could not be noted", e);
    }
  }
}
