package dev.bascule.ssh;

/** The key that the console logs in with: made at the first use, the private half never shown. */
public interface ConsoleKey {
  /** The public half as one line of {@code authorized_keys}. */
  String authorizedKey();

  /** Its {@code SHA256:…} fingerprint. */
  String fingerprint();
}
