package dev.bascule.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a kept identity: everything but its private key.
 *
 * @param authorities whom the console trusts; empty: whom the Java runtime trusts
 * @param certificate the console's own; null for none
 */
public record Identity(List<CertificateFacts> authorities, @Nullable CertificateFacts certificate) {
  /** Nobody in particular trusted, no certificate. */
  public static final Identity NONE = new Identity(List.of(), null);

  /** Copies. */
  public Identity {
    authorities = List.copyOf(authorities);
  }
}
