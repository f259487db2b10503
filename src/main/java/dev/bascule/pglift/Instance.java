package dev.bascule.pglift;

/** An instance on a host, as {@code pglift instance list} has it. */
public record Instance(InstanceName name, int port, String dataDirectory, boolean running) {}
