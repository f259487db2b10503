package dev.bascule;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * A message as the log shows it: one line, whatever was put into it. The console's own texts may
 * have several lines, and so may Spring's report of a failed start; values never begin a new one.
 */
public final class LoggedMessage extends MessageConverter {
  private static final String OWN = "dev.bascule.";
  private static final String FAILED_START = "org.springframework.boot.diagnostics.";

  @Override
  public String convert(ILoggingEvent event) {
    if (event.getLoggerName().startsWith(FAILED_START)) {
      return event.getFormattedMessage();
    }
    Object[] values = event.getArgumentArray();
    if (values == null || !event.getLoggerName().startsWith(OWN)) {
      return escaped(event.getFormattedMessage());
    }
    Object[] escaped = Arrays.stream(values).map(LoggedMessage::value).toArray();
    return String.valueOf(MessageFormatter.basicArrayFormat(event.getMessage(), escaped));
  }

  private static @Nullable Object value(@Nullable Object value) {
    return value == null
        ? null
        : escaped(MessageFormatter.basicArrayFormat("{}", new Object[] {value}));
  }

  /**
   * The text with line ends and all else that a terminal or a reader could be fooled by escaped.
   */
  static String escaped(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    if (text.codePoints().noneMatch(LoggedMessage::fools)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                out.append("\\n");
              } else if (point == '\r') {
                out.append("\\r");
              } else if (fools(point)) {
                out.append("\\u%04x".formatted(point));
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.toString();
  }

  static boolean fools(int point) {
    return (Character.isISOControl(point) && point != '\t')
        || point == 0x2028
        || point == 0x2029
        || (point >= 0x202a && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
