package dev.bascule.ssh;

/**
 * A host's key.
 *
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:…}
 */
public record HostKey(String type, String fingerprint) {}
