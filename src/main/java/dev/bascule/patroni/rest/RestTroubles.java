package dev.bascule.patroni.rest;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one trouble behind an exception: the deepest cause that has a name. A time-out is the
 * whole story: Java's client puts a {@link ConnectException} below it though nobody refused.
 */
final class RestTroubles {
  private static final int DEEPEST = 20;

  private RestTroubles() {}

  static RestTrouble of(Throwable failure) {
    var found = RestTrouble.OTHER;
    @Nullable Throwable cause = failure;
    for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
      var here = ofOne(cause);
      if (here == RestTrouble.TIMED_OUT) {
        return here;
      }
      if (here != RestTrouble.OTHER) {
        found = here;
      }
      cause = cause.getCause();
    }
    return found;
  }

  private static RestTrouble ofOne(Throwable cause) {
    return switch (cause) {
      case RestTls.UnusableIdentity e -> RestTrouble.KEY_MISMATCH;
      case UnresolvedAddressException e -> RestTrouble.NAME_NOT_FOUND;
      case UnknownHostException e -> RestTrouble.NAME_NOT_FOUND;
      case HttpTimeoutException e -> RestTrouble.TIMED_OUT;
      case TimeoutException e -> RestTrouble.TIMED_OUT;
      case NoRouteToHostException e -> RestTrouble.TIMED_OUT;
      case ConnectException e -> RestTrouble.REFUSED;
      case CertificateExpiredException e -> RestTrouble.EXPIRED;
      case CertificateNotYetValidException e -> RestTrouble.EXPIRED;
      case CertPathBuilderException e -> RestTrouble.UNTRUSTED_CA;
      case CertPathValidatorException e ->
          e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID
              ? RestTrouble.EXPIRED
              : RestTrouble.UNTRUSTED_CA;
      default -> ofWords(cause);
    };
  }

  /** TLS says some things in words alone. */
  private static RestTrouble ofWords(Throwable cause) {
    var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("no subject alternative") || words.contains("no name matching")) {
      return RestTrouble.WRONG_NAME;
    }
    if (cause instanceof SSLException) {
      if (words.contains("certificate_expired")) {
        return RestTrouble.EXPIRED;
      }
      if (words.contains("certificate") || words.contains("unknown_ca")) {
        return RestTrouble.CLIENT_REFUSED;
      }
      if (words.contains("plaintext") || words.contains("unsupported or unrecognized")) {
        return RestTrouble.NOT_TLS;
      }
    }
    if (words.contains("connection refused")) {
      return RestTrouble.REFUSED;
    }
    if (words.contains("exceeds") || words.contains("invalid")) {
      return RestTrouble.NOT_PATRONI;
    }
    return RestTrouble.OTHER;
  }
}
