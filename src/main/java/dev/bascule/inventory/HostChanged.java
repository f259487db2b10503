package dev.bascule.inventory;

/**
 * What is kept of a host changed: added, edited, its key confirmed, its facts collected, removed.
 * Published after it was kept.
 */
public record HostChanged(HostId id) {}
