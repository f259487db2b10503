package dev.bascule.inventory;

import dev.bascule.ssh.SshTrouble;
import java.time.Instant;

/**
 * Why a host's facts could not be collected at the last try.
 *
 * @param message the library's words, for the curious
 * @param at when that was
 */
public record HostTrouble(SshTrouble trouble, String message, Instant at) {}
