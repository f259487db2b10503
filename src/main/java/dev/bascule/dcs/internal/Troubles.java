package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsTrouble;
import io.grpc.Status;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds the one trouble behind an exception, from the cause outwards. */
final class Troubles {
  private Troubles() {}

  /** A server that refuses our certificate doesn't say why; its date does. */
  static DcsTrouble of(Throwable failure, DcsConnection connection) {
    var found = of(failure);
    var own = connection.certificatePem();
    return found == DcsTrouble.CLIENT_REFUSED && own != null && Identity.outOfDate(own)
        ? DcsTrouble.EXPIRED
        : found;
  }

  private static DcsTrouble of(Throwable failure) {
    var found = DcsTrouble.OTHER;
    var depth = 0;
    for (@Nullable Throwable cause = failure;
        cause != null && depth < 20;
        cause = cause.getCause()) {
      var here = ofOne(cause);
      if (here != DcsTrouble.OTHER) {
        // the innermost says it most exactly, but a bare time-out says less than what holds it
        found = here == DcsTrouble.TIMED_OUT && found != DcsTrouble.OTHER ? found : here;
      }
      depth++;
    }
    return found;
  }

  private static DcsTrouble ofOne(Throwable cause) {
    return switch (cause) {
      case UnreadableIdentity e -> DcsTrouble.KEY_MISMATCH;
      case UnknownHostException e -> DcsTrouble.NAME_NOT_FOUND;
      case SocketTimeoutException e -> DcsTrouble.TIMED_OUT;
      case TimeoutException e -> DcsTrouble.TIMED_OUT;
      case NoRouteToHostException e -> DcsTrouble.TIMED_OUT;
      case ConnectException e -> DcsTrouble.REFUSED;
      case CertificateExpiredException e -> DcsTrouble.EXPIRED;
      case CertPathBuilderException e -> DcsTrouble.UNTRUSTED_CA;
      case CertPathValidatorException e ->
          e.getReason() == CertPathValidatorException.BasicReason.EXPIRED
              ? DcsTrouble.EXPIRED
              : DcsTrouble.UNTRUSTED_CA;
      default -> ofWords(cause);
    };
  }

  private static DcsTrouble ofWords(Throwable cause) {
    var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("permission denied")
        || words.contains("user name is empty")
        || words.contains("invalid auth token")) {
      return DcsTrouble.NO_PERMISSION;
    }
    if (words.contains("authentication failed")) {
      return DcsTrouble.CLIENT_REFUSED;
    }
    if (words.contains("no leader") || words.contains("etcdserver: request timed out")) {
      return DcsTrouble.QUORUM_LOST;
    }
    if (words.contains("no subject alternative") || words.contains("no name matching")) {
      return DcsTrouble.WRONG_NAME;
    }
    if (words.contains("certificate_expired")) {
      return DcsTrouble.EXPIRED;
    }
    if (words.contains("bad_certificate")
        || words.contains("certificate_required")
        || words.contains("unknown_ca")
        || words.contains("certificate_unknown")) {
      return DcsTrouble.CLIENT_REFUSED;
    }
    if (words.contains("connection refused")) {
      return DcsTrouble.REFUSED;
    }
    return switch (Status.fromThrowable(cause).getCode()) {
      case DEADLINE_EXCEEDED -> DcsTrouble.TIMED_OUT;
      case PERMISSION_DENIED, UNAUTHENTICATED -> DcsTrouble.NO_PERMISSION;
      default -> DcsTrouble.OTHER;
    };
  }

  /** Our certificate or key can't be used. */
  static final class UnreadableIdentity extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableIdentity(Throwable cause) {
      super("the client certificate and its key don't fit, or can't be read", cause);
    }
  }
}
