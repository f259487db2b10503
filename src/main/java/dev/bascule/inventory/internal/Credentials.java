package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The inventory's secrets in the vault, by the ids that its rows hold. */
@Component
final class Credentials {
  private final Vault vault;

  Credentials(Vault vault) {
    this.vault = vault;
  }

  /** The text of a secret; null for no id. */
  @Nullable String text(@Nullable UUID id) {
    return id == null
        ? null
        : vault.lend(new SecretId(id), bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Keeps a secret in the place of the one before.
   *
   * @param text null: none any more
   * @param fresh whether it is another than before
   * @return the id for the row
   */
  @Nullable UUID keep(
      Actor actor, String name, @Nullable UUID before, @Nullable String text, boolean fresh) {
    if (text == null) {
      forget(actor, before);
      return null;
    }
    if (before != null && !fresh) {
      return before;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (before == null) {
        return vault.store(actor, name, bytes).value();
      }
      vault.replace(actor, new SecretId(before), bytes);
      return before;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Keeps a REST identity in the place of the one before; its row. */
  Optional<DcsRow.Rest> rest(
      Actor actor, String name, @Nullable CheckedIdentity identity, DcsRow.@Nullable Rest before) {
    var keyBefore = before == null ? null : before.key();
    if (identity == null || (identity.caPem() == null && identity.certificatePem() == null)) {
      forget(actor, keyBefore);
      return Optional.empty();
    }
    return Optional.of(
        new DcsRow.Rest(
            identity.caPem(),
            identity.certificatePem(),
            keep(actor, name, keyBefore, identity.keyPem(), identity.freshKey())));
  }

  void forget(Actor actor, @Nullable UUID id) {
    if (id != null) {
      vault.delete(actor, new SecretId(id));
    }
  }
}
