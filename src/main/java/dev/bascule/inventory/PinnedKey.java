package dev.bascule.inventory;

import dev.bascule.ssh.HostKey;
import java.time.Instant;

/**
 * A host's key that a person confirmed.
 *
 * @param by the name of who confirmed it
 */
public record PinnedKey(HostKey key, Instant at, String by) {}
