package dev.bascule.access.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing down: five wrong passwords for a name from one address, or twenty from one address
 * for any names, and that address waits a quarter of an hour. Other addresses of the same person
 * are not touched, so nobody can lock somebody else out. Many people may share an address, behind a
 * proxy: a name that signed in from there within the last 30 days is held to its own five alone,
 * neither adds to the address's twenty nor waits because of them. A try is counted before the
 * password is looked at and taken back when it was right: many at once gain nothing.
 */
@Component
final class SignInGuard {
  static final int PER_ACCOUNT = 5;
  static final int PER_ADDRESS = 20;
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final Duration KNOWN = Duration.ofDays(30);
  private static final int LONGEST = 64;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicLong forgottenAt = new AtomicLong();

  SignInGuard(DataSource source, PlatformTransactionManager transactions, Clock clock) {
    this.sql = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** Counts a try, and says whether it may go on. */
  Attempt begin(String account, String address) {
    String name = cut(account.toLowerCase(Locale.ROOT));
    String from = counted(address);
    forgetOld(clock.instant());
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              boolean known = isKnown(name, from);
              Counted all = known ? Counted.NOTHING : count("", from, PER_ADDRESS);
              Counted one = count(name, from, PER_ACCOUNT);
              Instant until = later(all.lockedUntil, one.lockedUntil);
              return new Attempt(name, from, known, until, all.lockBegins || one.lockBegins);
            }));
  }

  /** Takes the try back. */
  void succeeded(Attempt attempt) {
    transaction.executeWithoutResult(
        status -> {
          // in the order in which begin() locks them
          if (!attempt.known()) {
            sql.sql(
                    """
                    update sign_in_failure set failures = failures - 1
                    where account = '' and address = ? and failures > 0\
                    """)
                .param(attempt.address())
                .update();
          }
          sql.sql("delete from sign_in_failure where account = ? and address = ?")
              .params(attempt.account(), attempt.address())
              .update();
          remember(attempt);
        });
  }

  private boolean isKnown(String account, String address) {
    return sql.sql(
                """
                select count(*) from sign_in_known
                where account = ? and address = ? and last_at > ?\
                """)
            .param(account)
            .param(address)
            .param(PeopleTable.time(clock.instant().minus(KNOWN)))
            .query(Integer.class)
            .single()
        > 0;
  }

  private void remember(Attempt attempt) {
    OffsetDateTime now = PeopleTable.time(clock.instant().truncatedTo(ChronoUnit.MICROS));
    sql.sql(
            """
            insert into sign_in_known (account, address, last_at) values (?, ?, ?)
            on conflict do nothing\
            """)
        .params(attempt.account(), attempt.address(), now)
        .update();
    sql.sql("update sign_in_known set last_at = ? where account = ? and address = ?")
        .params(now, attempt.account(), attempt.address())
        .update();
  }

  private record Counted(@Nullable Instant lockedUntil, boolean lockBegins) {
    private static final Counted NOTHING = new Counted(null, false);
  }

  private record Row(int failures, Instant since, Optional<Instant> lockedUntil) {}

  private Counted count(String account, String address, int most) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sql.sql(
            """
            insert into sign_in_failure (account, address, failures, since) values (?, ?, 0, ?)
            on conflict do nothing\
            """)
        .params(account, address, PeopleTable.time(now))
        .update();
    Row row = lockedRow(account, address);
    if (row.lockedUntil.isPresent() && row.lockedUntil.get().isAfter(now)) {
      return new Counted(row.lockedUntil.get(), false);
    }
    boolean begin = row.lockedUntil.isPresent() || row.since.plus(WINDOW).isBefore(now);
    int failures = begin ? 1 : row.failures + 1;
    Instant since = begin ? now : row.since;
    boolean locks = failures > most;
    Instant until = now.plus(WINDOW);
    sql.sql(
            """
            update sign_in_failure set failures = ?, since = ?, locked_until = ?
            where account = ? and address = ?\
            """)
        .param(failures)
        .param(PeopleTable.time(since))
        .param(locks ? PeopleTable.time(until) : null)
        .param(account)
        .param(address)
        .update();
    return locks ? new Counted(until, true) : new Counted(null, false);
  }

  private Row lockedRow(String account, String address) {
    return sql.sql(
            """
            select failures, since, locked_until from sign_in_failure
            where account = ? and address = ? for update\
            """)
        .params(account, address)
        .query(
            (row, number) ->
                new Row(
                    row.getInt("failures"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .single();
  }

  private void forgetOld(Instant now) {
    long minute = now.getEpochSecond() / 60;
    if (forgottenAt.getAndSet(minute) == minute) {
      return;
    }
    sql.sql("delete from sign_in_failure where since < ?")
        .param(PeopleTable.time(now.minus(WINDOW.multipliedBy(4))))
        .update();
    sql.sql("delete from sign_in_known where last_at < ?")
        .param(PeopleTable.time(now.minus(KNOWN)))
        .update();
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static String cut(String text) {
    String plain = text.replace('\u0000', ' ').strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
  }

  /** Whoever has an IPv6 address has 2^64 of them: the network counts. */
  static String counted(String address) {
    if (address.indexOf(':') < 0) {
      return cut(address);
    }
    try {
      if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
        byte[] bytes = six.getAddress();
        java.util.Arrays.fill(bytes, 8, 16, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
      }
    } catch (IllegalArgumentException | java.net.UnknownHostException e) {
      return cut(address);
    }
    return cut(address);
  }
}
