package dev.bascule.inventory;

/** A DCS can be connected to from now on. Published after it was kept. */
public record DcsAdded(String dcs) {}
