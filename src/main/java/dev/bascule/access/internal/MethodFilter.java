package dev.bascule.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Pages are read and clicked, programs read: nothing here is put, patched or deleted by HTTP. */
final class MethodFilter extends OncePerRequestFilter {
  private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "OPTIONS");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (KNOWN.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS");
    Problems.write(
        response, 405, "Method Not Allowed", "Nothing here answers this method. Nothing was done.");
  }
}
