package dev.bascule.operation;

/** What a step does; each has its text under {@code operation.step.}. */
public enum StepKind {
  /** {@code CHECKPOINT} on the leader, so that its shutdown has less to write. */
  CHECKPOINT,
  /** {@code patronictl switchover}. */
  SWITCHOVER,
  /** {@code patronictl flush}. */
  FLUSH,
  /** {@code patronictl pause}. */
  PAUSE,
  /** {@code patronictl resume}. */
  RESUME,
  /** {@code patronictl reload}. */
  RELOAD,
  /** {@code patronictl restart}. */
  RESTART,
  /** {@code patronictl reinit}. */
  REINITIALIZE,
  /** {@code patronictl failover}. */
  FAILOVER,
  /** {@code pg_ctl stop}. */
  STOP,
  /** {@code pglift instance stop}. */
  STOP_INSTANCE,
  /** {@code pglift instance start}, or {@code restart} where PostgreSQL runs without Patroni. */
  START_INSTANCE,
  /** {@code pglift instance drop}. */
  DROP_INSTANCE,
  /** {@code patronictl remove}. */
  REMOVE_CLUSTER,
  /** {@code pglift instance apply}. */
  APPLY_INSTANCE;

  /** Whether what it writes may hold secrets, so that nobody else on the host may read it. */
  public boolean secluded() {
    return this == DROP_INSTANCE;
  }

  /** Whether it only prepares another step and changes nothing that is judged. */
  public boolean preparing() {
    return this == CHECKPOINT;
  }
}
