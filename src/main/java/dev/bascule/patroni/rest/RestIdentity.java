package dev.bascule.patroni.rest;

import org.jspecify.annotations.Nullable;

/**
 * Whom the console trusts and who it is, towards the REST of a cluster's members. Holds a private
 * key; nothing of it shows in its text.
 *
 * @param caPem the authority that signed the nodes' certificates; null for the Java runtime's own
 * @param certificatePem ours, with what leads to its authority; null for none
 * @param keyPem its key in PKCS#8; null for none
 */
public record RestIdentity(
    @Nullable String caPem, @Nullable String certificatePem, @Nullable String keyPem) {
  /** Trusts what the Java runtime trusts and shows no certificate. */
  public static final RestIdentity NONE = new RestIdentity(null, null, null);

  @Override
  public String toString() {
    return certificatePem == null ? "without a client certificate" : "with a client certificate";
  }
}
