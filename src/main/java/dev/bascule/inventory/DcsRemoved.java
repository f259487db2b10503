package dev.bascule.inventory;

/** A DCS is no longer of interest. Published after it was forgotten. */
public record DcsRemoved(String dcs) {}
