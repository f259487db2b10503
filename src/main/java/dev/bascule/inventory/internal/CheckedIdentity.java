package dev.bascule.inventory.internal;

import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.Unacceptable;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PEM texts that were read, fit together and are in one form. Holds a private key; shows nothing of
 * it.
 *
 * @param keyPem in PKCS#8; null without certificate
 * @param freshKey whether the key was given just now, as opposed to kept before
 */
record CheckedIdentity(
    @Nullable String caPem,
    @Nullable String certificatePem,
    @Nullable String keyPem,
    boolean freshKey) {

  /**
   * Checks what people gave.
   *
   * @param field put before {@code ca}, {@code certificate} and {@code key}; may be empty
   * @param kept lends the key kept before; gives null if there is none
   * @throws Unacceptable if something can't be used or doesn't fit
   */
  static CheckedIdentity of(
      String field, IdentityDraft draft, Supplier<@Nullable String> kept, Instant now) {
    var ca = PemTexts.orNull(draft.caPem());
    var certificate = PemTexts.orNull(draft.certificatePem());
    var key = PemTexts.orNull(draft.keyPem());
    var authorities = ca == null ? null : PemCertificates.authorities(field + "ca", ca, now).pem();
    if (certificate == null) {
      if (key != null) {
        throw new Unacceptable(field + "certificate", "certificate.missing");
      }
      return new CheckedIdentity(authorities, null, null, false);
    }
    var own = PemCertificates.own(field + "certificate", certificate, now);
    var text = key == null ? kept.get() : key;
    if (text == null) {
      throw new Unacceptable(field + "key", "key.missing");
    }
    var read = PemKey.read(field + "key", text);
    if (!read.fits(own.first().getPublicKey())) {
      throw new Unacceptable(field + "key", "key.mismatch");
    }
    return new CheckedIdentity(authorities, own.pem(), read.pem(), key != null);
  }

  @Override
  public String toString() {
    return "CheckedIdentity[hidden]";
  }
}
