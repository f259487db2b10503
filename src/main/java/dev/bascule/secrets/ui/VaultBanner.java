package dev.bascule.secrets.ui;

import dev.bascule.secrets.Vault;
import dev.bascule.ui.Banner;
import dev.bascule.ui.BannerSource;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that the vault is locked, why, and which file mends it. */
@Component
final class VaultBanner implements BannerSource {
  private final Vault vault;

  VaultBanner(Vault vault) {
    this.vault = vault;
  }

  @Override
  public List<Banner> banners() {
    return switch (vault.state()) {
      case Vault.Open() -> List.of();
      case Vault.Locked(Vault.Cause cause, String file) ->
          List.of(
              new Banner(
                  "vault-locked",
                  Tone.CRITICAL,
                  "secrets.locked." + cause.name(),
                  List.of(file),
                  Optional.empty()));
    };
  }

  /** A vault is locked or open from its start to its end. */
  @Override
  public Runnable watch(Runnable changed) {
    return () -> {};
  }
}
