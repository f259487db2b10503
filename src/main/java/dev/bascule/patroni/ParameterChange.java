package dev.bascule.patroni;

/** A parameter whose new value waits for a restart; the values as PostgreSQL writes them. */
public record ParameterChange(String oldValue, String newValue) {}
