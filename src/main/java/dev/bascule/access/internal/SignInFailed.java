package dev.bascule.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, which says as much as anybody may know. */
final class SignInFailed implements AuthenticationFailureHandler {
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/login?" + answer(why));
  }

  private static String answer(AuthenticationException why) {
    if (why instanceof LockedException) {
      return "locked";
    }
    if (why instanceof BadCredentialsException) {
      return "too-long".equals(why.getMessage()) ? "long" : "error";
    }
    return "unavailable";
  }
}
