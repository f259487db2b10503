package dev.bascule.pglift;

import dev.bascule.ssh.Argv;

/**
 * pglift's commands on an instance as words. It never asks back, and tells what it does: without a
 * terminal its questions end it half-way.
 */
public final class InstanceCommand {
  private InstanceCommand() {}

  /** {@code pglift instance stop}: its Patroni, PostgreSQL with it, and its backup timer. */
  public static Argv stop(InstanceName instance) {
    return words("stop", instance);
  }

  /** {@code pglift instance start}; does nothing when PostgreSQL runs without its Patroni. */
  public static Argv start(InstanceName instance) {
    return words("start", instance);
  }

  /** {@code pglift instance restart}: starts Patroni also where PostgreSQL runs without it. */
  public static Argv restart(InstanceName instance) {
    return words("restart", instance);
  }

  /** {@code pglift instance drop}: deletes it and its data; asks for no confirmation. */
  public static Argv drop(InstanceName instance) {
    return words("drop", instance);
  }

  /** {@code pglift instance apply}: makes what the manifest on standard input says. */
  public static Argv apply() {
    return Argv.of(
        "pglift", "-L", "info", "--non-interactive", "instance", "apply", "-f", "-", "-o", "json");
  }

  private static Argv words(String verb, InstanceName instance) {
    return Argv.of(
        "pglift", "-L", "info", "--non-interactive", "instance", verb, instance.toString());
  }
}
