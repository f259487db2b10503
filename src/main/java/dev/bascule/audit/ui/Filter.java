package dev.bascule.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.ui.Links;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the page looks for, exactly as its address says it. What an address says wrongly is left
 * out.
 *
 * @param period how far back from now; {@link Period#BETWEEN} looks at {@code from} and {@code to}
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 * @param who a part of the name of who acted
 * @param action the beginning of the action's code
 * @param kind what kind of thing it is about
 * @param id what it is about
 * @param result what became of it
 * @param text a part of any text
 * @param entry the entry that is open
 */
record Filter(
    Period period,
    @Nullable Instant from,
    @Nullable Instant to,
    String who,
    String action,
    String kind,
    String id,
    @Nullable AuditResult result,
    String text,
    OptionalLong entry) {
  static final int LONGEST = 200;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** Only the times that its period means are kept. */
  Filter {
    if (period != Period.BETWEEN) {
      from = null;
      to = null;
    }
    who = cut(who, LONGEST);
    action = cut(action, LONGEST);
    kind = cut(kind, 50);
    id = cut(id, 2 * LONGEST);
    text = cut(text, LONGEST);
  }

  static Filter none() {
    return new Filter(Period.EVER, null, null, "", "", "", "", null, "", OptionalLong.empty());
  }

  /** Reads an address. */
  static Filter of(QueryParameters address) {
    Instant from = time(one(address, "from"));
    Instant to = time(one(address, "to"));
    String result = one(address, "result");
    return new Filter(
        from != null || to != null ? Period.BETWEEN : Period.of(one(address, "period")),
        from,
        to,
        one(address, "who"),
        one(address, "action"),
        one(address, "kind"),
        one(address, "id"),
        Arrays.stream(AuditResult.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(result))
            .findFirst()
            .orElse(null),
        one(address, "q"),
        number(one(address, "entry")));
  }

  /** The address, a path inside the console. */
  String link() {
    StringBuilder link = new StringBuilder();
    if (period == Period.BETWEEN) {
      add(link, "from", from == null ? "" : from.toString());
      add(link, "to", to == null ? "" : to.toString());
    } else {
      add(link, "period", period.code());
    }
    add(link, "who", who);
    add(link, "action", action);
    add(link, "kind", kind);
    add(link, "id", id);
    add(link, "result", result == null ? "" : result.name().toLowerCase(Locale.ROOT));
    add(link, "q", text);
    add(link, "entry", entry.isPresent() ? Long.toString(entry.getAsLong()) : "");
    return "audit" + link;
  }

  private static void add(StringBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.append(link.isEmpty() ? '?' : '&').append(name).append('=').append(Links.query(value));
    }
  }

  /** What to ask the log, now. */
  AuditQuery query(Instant now) {
    Instant since = period.length() == null ? from : now.minus(period.length());
    return new AuditQuery(since, to, who, action, kind, id, result, text);
  }

  /** The same with an entry open. */
  Filter open(long seq) {
    return new Filter(period, from, to, who, action, kind, id, result, text, OptionalLong.of(seq));
  }

  /** The same with no entry open. */
  Filter closed() {
    return new Filter(period, from, to, who, action, kind, id, result, text, OptionalLong.empty());
  }

  /** Whether it lets every entry through. */
  boolean isNone() {
    return closed().equals(none());
  }

  private static String one(QueryParameters address, String name) {
    return address.getSingleParameter(name).orElse("");
  }

  private static @Nullable Instant time(String text) {
    try {
      Instant time = text.isEmpty() ? null : Instant.parse(text);
      // beyond these neither database can compare
      return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static OptionalLong number(String text) {
    return text.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  private static String cut(String text, int longest) {
    String plain = text.strip();
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }
}
