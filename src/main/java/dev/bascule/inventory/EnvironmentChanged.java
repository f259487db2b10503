package dev.bascule.inventory;

/** An environment was added, changed or removed. Published after it was kept. */
public record EnvironmentChanged(String name) {}
