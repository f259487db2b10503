package dev.bascule;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** A failure as the log shows it: its stack has many lines, what it and its causes say has one. */
public final class LoggedFailure extends ExtendedWhitespaceThrowableProxyConverter {
  @Override
  protected String throwableProxyToString(IThrowableProxy failure) {
    return super.throwableProxyToString(new OneLine(failure));
  }

  private record OneLine(IThrowableProxy failure) implements IThrowableProxy {
    private static @Nullable String escaped(@Nullable String message) {
      return message == null ? null : LoggedMessage.escaped(message);
    }

    @Override
    public @Nullable String getMessage() {
      return escaped(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
      return escaped(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
      return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
      return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
      return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
      IThrowableProxy cause = failure.getCause();
      return cause == null ? null : new OneLine(cause);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
      return Arrays.stream(failure.getSuppressed())
          .map(OneLine::new)
          .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
      return failure.isCyclic();
    }
  }
}
