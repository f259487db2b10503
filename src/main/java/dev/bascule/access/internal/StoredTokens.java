package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.TokenIssued;
import dev.bascule.access.AccessEvent.TokenRevoked;
import dev.bascule.access.Actor;
import dev.bascule.access.ApiTokens;
import dev.bascule.access.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens in the console's database, by digest. A valid one is remembered for ten seconds. */
@Component
final class StoredTokens implements ApiTokens {
  private static final Logger log = LoggerFactory.getLogger(StoredTokens.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int SHORTEST = 16;
  static final int LONGEST = 256;
  private static final long FRESH = Duration.ofSeconds(10).toNanos();
  private static final int MOST = 1_000;
  private static final RowMapper<ApiToken> TOKEN =
      (row, number) ->
          new ApiToken(
              row.getObject("id", UUID.class),
              row.getString("name"),
              Scope.parse(row.getString("scope")),
              row.getString("created_by"),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              Optional.ofNullable(row.getObject("last_used", OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant));

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Bounds bounds;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  StoredTokens(
      DataSource source,
      PlatformTransactionManager transactions,
      Bounds bounds,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
    this.bounds = bounds;
    this.events = events;
    this.clock = clock;
  }

  private record Known(ApiToken token, long readAt) {}

  @Override
  public List<ApiToken> list() {
    return sql.sql("select * from api_token where revoked_at is null order by name limit 500")
        .query(TOKEN)
        .list();
  }

  @Override
  public Issued issue(Actor actor, String name, Scope scope) {
    bounds.require(actor, scope, "tokens.issue");
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String text = "bsc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return new Issued(put(actor, name, scope, text), text);
  }

  /** Keeps a token that was chosen elsewhere: at the first start. */
  ApiToken put(Actor actor, String name, Scope scope, String text) {
    if (!NAME.matcher(name).matches()) {
      throw new WrongName();
    }
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a token has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    ApiToken token =
        new ApiToken(
            UUID.randomUUID(),
            name,
            scope,
            actor.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty());
    transaction.executeWithoutResult(
        status -> {
          sql.sql("select id from access_lock where id = 1 for update")
              .query(Integer.class)
              .single();
          if (list().stream().anyMatch(other -> other.name().equals(name))) {
            throw new NameTaken();
          }
          sql.sql(
                  """
                  insert into api_token (id, name, scope, digest, created_by, created_at)
                  values (?, ?, ?, ?, ?, ?)\
                  """)
              .params(
                  token.id(),
                  name,
                  scope.toString(),
                  digest(text),
                  token.createdBy(),
                  PeopleTable.time(token.createdAt()))
              .update();
          events.publishEvent(new TokenIssued(actor, name));
        });
    return token;
  }

  @Override
  public void revoke(Actor actor, UUID id) {
    bounds.require(actor, Scope.of(Set.of()), "tokens.revoke");
    list().stream()
        .filter(token -> token.id().equals(id))
        .forEach(token -> bounds.require(actor, token.scope(), "tokens.revoke"));
    transaction.executeWithoutResult(
        status ->
            list().stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .ifPresent(token -> revokeNow(actor, token)));
    known.clear();
  }

  private void revokeNow(Actor actor, ApiToken token) {
    sql.sql("update api_token set revoked_at = ? where id = ?")
        .params(PeopleTable.time(clock.instant()), token.id())
        .update();
    events.publishEvent(new TokenRevoked(actor, token.name()));
  }

  /** Who shows this token, if it is worth anything. */
  Optional<Actor> actor(String text, String address) {
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return Optional.empty();
    }
    return known(digest(text)).map(token -> Actor.token(token.name(), token.scope(), address));
  }

  private Optional<ApiToken> known(String digest) {
    Known before = known.get(digest);
    long now = System.nanoTime();
    if (before != null && now - before.readAt < FRESH) {
      return Optional.of(before.token);
    }
    try {
      Optional<ApiToken> found =
          sql.sql("select * from api_token where digest = ? and revoked_at is null")
              .param(digest)
              .query(TOKEN)
              .optional();
      found.ifPresentOrElse(token -> keep(digest, token, now), () -> known.remove(digest));
      found.ifPresent(this::markUsed);
      return found;
    } catch (DataAccessException | TransactionException e) {
      // reading goes on without the database, for those who could read before
      if (before != null) {
        keep(digest, before.token, now);
        return Optional.of(before.token);
      }
      throw e;
    }
  }

  private void keep(String digest, ApiToken token, long now) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(digest, new Known(token, now));
  }

  private void markUsed(ApiToken token) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (token.lastUsed().isPresent()
        && token.lastUsed().get().plus(Duration.ofMinutes(1)).isAfter(now)) {
      return;
    }
    try {
      sql.sql("update api_token set last_used = ? where id = ?")
          .params(PeopleTable.time(now), token.id())
          .update();
    } catch (DataAccessException e) {
      log.info("The use of the token {} could not be noted: {}", token.name(), e.getMessage());
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
