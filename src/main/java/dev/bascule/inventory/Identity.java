package dev.bascule.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a kept identity: everything but its private key.
 *
 * @param caPem whom the console trusts; null: whom the Java runtime trusts
 * @param certificatePem the console's own, and what leads to its authority; null for none
 * @param authorities what {@code caPem} says
 * @param certificate what the console's own says; null for none
 */
public record Identity(
    @Nullable String caPem,
    @Nullable String certificatePem,
    List<CertificateFacts> authorities,
    @Nullable CertificateFacts certificate) {
  /** Nobody in particular trusted, no certificate. */
  public static final Identity NONE = new Identity(null, null, List.of(), null);

  /** Copies. */
  public Identity {
    authorities = List.copyOf(authorities);
  }
}
