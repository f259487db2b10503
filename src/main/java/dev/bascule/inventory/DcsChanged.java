package dev.bascule.inventory;

/** A DCS has other endpoints, certificates or credentials. Published after it was kept. */
public record DcsChanged(String dcs) {}
