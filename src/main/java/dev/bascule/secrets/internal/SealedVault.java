package dev.bascule.secrets.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import dev.bascule.secrets.internal.SecretKeyFile.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets in the console's database, the key in a file beside it. */
@Component
@DependsOnDatabaseInitialization
final class SealedVault implements Vault {
  private static final Logger log = LoggerFactory.getLogger(SealedVault.class);
  private static final String CHECK_LABEL = "bascule check";
  private static final byte[] CHECK =
      "the right key opens this".getBytes(StandardCharsets.US_ASCII);
  private static final RowMapper<Row> ROW =
      (row, number) -> new Row(row.getString("name"), row.getBytes("sealed"));

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final AuditLog audit;
  private final Clock clock;
  private final SecretKeyFile file;
  private final State state;
  private final @Nullable Sealing sealing;
  private final String keyId;

  SealedVault(
      DataSource source,
      PlatformTransactionManager transactions,
      AuditLog audit,
      Clock clock,
      @Value("${bascule.secret.key.file:${bascule.data}/secret.key}") Path keyFile) {
    this.sql = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
    this.audit = audit;
    this.clock = clock;
    this.file = new SecretKeyFile(keyFile);
    Opened opened = open();
    this.state = opened.state;
    this.keyId = opened.keyId;
    this.sealing = opened.sealing;
    if (state instanceof Locked locked) {
      log.error(
          "The vault is locked ({}): the key {} doesn't fit. The console shows what it knows and does nothing.",
          locked.cause(),
          locked.file());
    }
  }

  private static final class Row {
    private final String name;
    private final byte[] sealed;

    private Row(String name, byte[] sealed) {
      this.name = name;
      this.sealed = sealed;
    }
  }

  private record Opened(State state, String keyId, @Nullable Sealing sealing) {}

  private static final class CheckRow {
    private final String keyId;
    private final byte[] value;

    private CheckRow(String keyId, byte[] value) {
      this.keyId = keyId;
      this.value = value;
    }
  }

  private Opened open() {
    Optional<CheckRow> check = check();
    if (check.isEmpty() && !file.exists()) {
      return first();
    }
    return switch (file.read()) {
      case Unusable unusable -> locked(unusable.cause());
      case SecretKeyFile.Key key -> check.isEmpty() ? adopted(key) : opened(key, check.get());
    };
  }

  private Optional<CheckRow> check() {
    return sql.sql("select key_id, check_value from secret_key where id = 1")
        .query((row, number) -> new CheckRow(row.getString("key_id"), row.getBytes("check_value")))
        .optional();
  }

  private Opened first() {
    try {
      SecretKeyFile.Key key = file.create();
      log.info(
          "A new key for the console's secrets is in {}: keep a copy of it apart", file.file());
      return adopted(key);
    } catch (IOException e) {
      log.error("The key file {} can't be made", file.file(), e);
      return locked(Cause.UNREADABLE);
    }
  }

  /** Notes the key with which everything will be encrypted; another console may be faster. */
  private Opened adopted(SecretKeyFile.Key key) {
    Sealing with = new Sealing(key.secret());
    sql.sql(
            """
            insert into secret_key (id, key_id, check_value, created_at) values (1, ?, ?, ?)
            on conflict do nothing\
            """)
        .params(key.id(), with.seal(CHECK_LABEL, CHECK), time(clock.instant()))
        .update();
    return opened(key, check().orElseThrow());
  }

  private Opened opened(SecretKeyFile.Key key, CheckRow check) {
    Sealing with = new Sealing(key.secret());
    try {
      if (!Arrays.equals(with.open(CHECK_LABEL, check.value), CHECK)) {
        return locked(Cause.WRONG);
      }
      return new Opened(new Open(), check.keyId, with);
    } catch (Sealing.NotSealedSo e) {
      return locked(Cause.WRONG);
    }
  }

  private Opened locked(Cause cause) {
    return new Opened(new Locked(cause, file.file().toString()), "", null);
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public SecretId store(Actor actor, String name, byte[] secret) {
    Sealing with = unlocked();
    checkSize(secret);
    SecretId id = SecretId.random();
    transaction.executeWithoutResult(
        status -> {
          sql.sql(
                  """
                  insert into secret (id, name, key_id, sealed, created_at)
                  values (?, ?, ?, ?, ?)\
                  """)
              .params(id.value(), name, keyId, with.seal(label(id), secret), time(clock.instant()))
              .update();
          note(actor, "secrets.stored", id, name);
        });
    return id;
  }

  @Override
  public void replace(Actor actor, SecretId id, byte[] secret) {
    Sealing with = unlocked();
    checkSize(secret);
    transaction.executeWithoutResult(
        status -> {
          Row row = row(id);
          sql.sql("update secret set sealed = ?, key_id = ?, replaced_at = ? where id = ?")
              .params(with.seal(label(id), secret), keyId, time(clock.instant()), id.value())
              .update();
          note(actor, "secrets.replaced", id, row.name);
        });
  }

  @Override
  public void delete(Actor actor, SecretId id) {
    transaction.executeWithoutResult(
        status -> {
          Optional<Row> row = find(id);
          if (row.isEmpty()) {
            return;
          }
          sql.sql("delete from secret where id = ?").param(id.value()).update();
          note(actor, "secrets.deleted", id, row.get().name);
        });
  }

  @Override
  public <T> T lend(SecretId id, Function<byte[], T> use) {
    return lent(id, row(id), use);
  }

  @Override
  public <T> T lendTo(Actor actor, SecretId id, String purpose, Function<byte[], T> use) {
    unlocked();
    Row row = row(id);
    audit.appendAlone(
        actor,
        "secrets.viewed",
        new AuditSubject("secret", id.toString(), row.name),
        AuditResult.INTENT,
        Map.of("purpose", purpose));
    return lent(id, row, use);
  }

  private <T> T lent(SecretId id, Row row, Function<byte[], T> use) {
    Sealing with = unlocked();
    byte[] plain;
    try {
      plain = with.open(label(id), row.sealed);
    } catch (Sealing.NotSealedSo e) {
      throw new VaultLocked(Cause.WRONG);
    }
    try {
      return use.apply(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private Sealing unlocked() {
    if (state instanceof Locked locked) {
      throw new VaultLocked(locked.cause());
    }
    return Objects.requireNonNull(sealing);
  }

  private Row row(SecretId id) {
    return find(id).orElseThrow(() -> new NoSuchSecret(id));
  }

  private Optional<Row> find(SecretId id) {
    return sql.sql("select name, sealed from secret where id = ?")
        .param(id.value())
        .query(ROW)
        .optional();
  }

  private static void checkSize(byte[] secret) {
    if (secret.length == 0 || secret.length > LARGEST) {
      throw new IllegalArgumentException("a secret has 1 to " + LARGEST + " bytes");
    }
  }

  private void note(Actor actor, String action, SecretId id, String name) {
    audit.append(
        actor, action, new AuditSubject("secret", id.toString(), name), AuditResult.DONE, Map.of());
  }

  private static String label(SecretId id) {
    return "bascule secret " + id;
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
