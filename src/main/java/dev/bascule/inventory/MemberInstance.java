package dev.bascule.inventory;

import java.time.Instant;

/**
 * The instance that a member is, and the host that it runs on.
 *
 * @param collectedAt when the host told so
 */
public record MemberInstance(HostRecord host, HostInstance instance, Instant collectedAt) {}
