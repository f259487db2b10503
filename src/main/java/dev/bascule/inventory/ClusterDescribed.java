package dev.bascule.inventory;

/** What is kept of a cluster was changed. Published after it was kept. */
public record ClusterDescribed(ClusterId cluster) {}
