package dev.bascule.ssh.internal;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong while connecting: nothing was sent then. */
final class SshTroubles {
  private SshTroubles() {}

  static SshFailure connecting(SshTarget target, PinnedHostKeys keys, IOException cause) {
    var trouble = trouble(keys, cause);
    return new SshFailure(trouble, true, target + ": " + trouble, cause, keys.presented());
  }

  /** Whether the host has no key of the kind that it was asked for. */
  static boolean noAgreement(IOException failure) {
    return failure instanceof TransportException
        && String.valueOf(failure.getMessage()).contains("Unable to reach a settlement");
  }

  private static SshTrouble trouble(PinnedHostKeys keys, IOException failure) {
    if (failure instanceof TransportException transport
        && transport.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE) {
      return keys.none() ? SshTrouble.HOST_KEY_UNKNOWN : SshTrouble.HOST_KEY_CHANGED;
    }
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var found = ofOne(cause);
      if (found != SshTrouble.OTHER) {
        return found;
      }
    }
    return SshTrouble.OTHER;
  }

  private static SshTrouble ofOne(Throwable cause) {
    return switch (cause) {
      case UserAuthException e -> SshTrouble.NOT_AUTHENTICATED;
      case UnknownHostException e -> SshTrouble.NAME_NOT_FOUND;
      case SocketTimeoutException e -> SshTrouble.TIMED_OUT;
      case TimeoutException e -> SshTrouble.TIMED_OUT;
      case NoRouteToHostException e -> SshTrouble.TIMED_OUT;
      case ConnectException e -> SshTrouble.REFUSED;
      default -> SshTrouble.OTHER;
    };
  }
}
