package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditSubject;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import dev.bascule.ssh.KeyStorage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the console's own SSH key in the vault; made once, by whichever console is first. */
@Component
final class VaultKeyStorage implements KeyStorage {
  private final JdbcClient sql;
  private final Vault vault;
  private final Keeper keeper;
  private final Clock clock;

  VaultKeyStorage(DataSource source, Vault vault, Keeper keeper, Clock clock) {
    this.sql = JdbcClient.create(source);
    this.vault = vault;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** A locked vault is an exception, never "there is none": another key would be made. */
  @Override
  public Optional<byte[]> load() {
    return sql.sql("select secret from console_key where id = 1")
        .query(UUID.class)
        .optional()
        .map(id -> vault.lend(new SecretId(id), byte[]::clone));
  }

  @Override
  public void save(byte[] pkcs8) {
    var actor = Actor.system("inventory");
    keeper.keepAside(
        () -> {
          var id = vault.store(actor, "SSH key of the console", pkcs8);
          sql.sql("insert into console_key (id, secret, created_at) values (1, ?, ?)")
              .params(Sql.row(id.value(), Sql.time(clock.instant())))
              .update();
          keeper.note(actor, "console.key.made", AuditSubject.console(), Map.of());
        });
  }
}
