package dev.bascule.inventory;

import org.jspecify.annotations.Nullable;

/**
 * An identity as people give it: PEM texts, of which the key is a secret. Shows nothing of it.
 *
 * @param caPem null or blank: whom the Java runtime trusts
 * @param certificatePem null or blank: none
 * @param keyPem null or blank: the one already kept, if the certificate is the same or fits
 */
public record IdentityDraft(
    @Nullable String caPem, @Nullable String certificatePem, @Nullable String keyPem) {
  /** Nothing given. */
  public static final IdentityDraft NONE = new IdentityDraft(null, null, null);

  @Override
  public String toString() {
    return "IdentityDraft[hidden]";
  }
}
