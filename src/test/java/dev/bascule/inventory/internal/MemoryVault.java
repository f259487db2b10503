package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A vault in memory. */
final class MemoryVault implements Vault {
  final Map<UUID, byte[]> secrets = new ConcurrentHashMap<>();

  @Override
  public State state() {
    return new Open();
  }

  @Override
  public SecretId store(Actor actor, String name, byte[] secret) {
    var id = UUID.randomUUID();
    secrets.put(id, secret.clone());
    return new SecretId(id);
  }

  @Override
  public void replace(Actor actor, SecretId id, byte[] secret) {
    secrets.put(id.value(), secret.clone());
  }

  @Override
  public void delete(Actor actor, SecretId id) {
    secrets.remove(id.value());
  }

  @Override
  public <T> T lend(SecretId id, Function<byte[], T> use) {
    var secret = secrets.get(id.value());
    if (secret == null) {
      throw new NoSuchSecret(id);
    }
    return use.apply(secret.clone());
  }

  @Override
  public <T> T lendTo(Actor actor, SecretId id, String purpose, Function<byte[], T> use) {
    return lend(id, use);
  }
}
