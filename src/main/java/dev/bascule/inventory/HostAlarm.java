package dev.bascule.inventory;

import java.time.Instant;

/**
 * A host showed another key than the confirmed one.
 *
 * @param presented the fingerprint that it showed
 * @param at when that was first seen
 */
public record HostAlarm(String presented, Instant at) {}
