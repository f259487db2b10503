package dev.bascule.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import dev.bascule.secrets.Vault.Cause;
import dev.bascule.support.Database;
import dev.bascule.support.MemoryAudit;
import dev.bascule.support.SettableClock;
import dev.bascule.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets open with their key alone; with any other the console looks on and does nothing. */
@ParameterizedClass
@EnumSource
class SealedVaultTest {
  private static final Actor SYSTEM = Actor.system("test");
  private static final byte[] SECRET = "hunter2-hunter2".getBytes(StandardCharsets.UTF_8);

  @Parameter Database kind;
  @TempDir Path folder;
  private final MemoryAudit audit = new MemoryAudit();
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = kind.fresh();
  }

  @Test
  void lendsWhatWasStoredAlsoAfterARestart() {
    SecretId id = vault().store(SYSTEM, "SSH key", SECRET);
    assertThat(vault().<String>lend(id, bytes -> new String(bytes, StandardCharsets.UTF_8)))
        .isEqualTo("hunter2-hunter2");
  }

  @Test
  void keepsNothingReadableInTheDatabaseNorInTheAuditLog() {
    vault().store(SYSTEM, "SSH key", SECRET);
    byte[] sealed = database.sql("select sealed from secret").query(byte[].class).single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    assertThat(audit.lines.toString()).contains("secrets.stored").doesNotContain("hunter2");
  }

  @Test
  void isLockedWithAnotherKey() throws IOException {
    SecretId id = vault().store(SYSTEM, "SSH key", SECRET);
    Files.delete(key());
    new SecretKeyFile(key()).create();
    assertLocked(Cause.WRONG, id);
  }

  @Test
  void isLockedWithoutItsKeyAndMakesNoOther() throws IOException {
    SecretId id = vault().store(SYSTEM, "SSH key", SECRET);
    Files.delete(key());
    assertLocked(Cause.MISSING, id);
    assertThat(key()).doesNotExist();
  }

  @Test
  void isLockedWithAKeyThatOthersMayRead() throws IOException {
    SecretId id = vault().store(SYSTEM, "SSH key", SECRET);
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertLocked(Cause.TOO_OPEN, id);
  }

  @Test
  void isLockedWithAFileThatIsNoKey() throws IOException {
    SecretId id = vault().store(SYSTEM, "SSH key", SECRET);
    Files.writeString(key(), "bascule-key-1 nonsense");
    assertLocked(Cause.UNREADABLE, id);
  }

  @Test
  void refusesASecretWhoseBytesWereMovedToAnotherId() {
    SealedVault vault = vault();
    SecretId one = vault.store(SYSTEM, "one", SECRET);
    SecretId two = vault.store(SYSTEM, "two", "other".getBytes(StandardCharsets.UTF_8));
    database
        .sql("update secret set sealed = (select sealed from secret where id = ?) where id = ?")
        .params(one.value(), two.value())
        .update();
    assertThatThrownBy(() -> vault.lend(two, bytes -> bytes.length))
        .isInstanceOf(RuntimeException.class);
  }

  private void assertLocked(Cause cause, SecretId id) {
    SealedVault vault = vault();
    assertThat(vault.isOpen()).isFalse();
    assertThat(vault.state()).isEqualTo(new Vault.Locked(cause, key().toString()));
    assertThatThrownBy(() -> vault.lend(id, bytes -> bytes.length))
        .isInstanceOf(Vault.VaultLocked.class);
    assertThatThrownBy(() -> vault.store(SYSTEM, "another", SECRET))
        .isInstanceOf(Vault.VaultLocked.class);
    assertThat(database.sql("select count(*) from secret").query(Integer.class).single())
        .isEqualTo(1);
  }

  private Path key() {
    return folder.resolve("secret.key").toAbsolutePath();
  }

  private SealedVault vault() {
    return new SealedVault(
        database.source(), database.transactions(), audit, new SettableClock(), key());
  }
}
