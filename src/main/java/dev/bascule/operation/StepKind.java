package dev.bascule.operation;

/** What a step does; each has its text under {@code operation.step.}. */
public enum StepKind {
  /** {@code CHECKPOINT} on the leader, so that its shutdown has less to write. */
  CHECKPOINT,
  /** {@code patronictl switchover}. */
  SWITCHOVER,
  /** {@code patronictl flush … switchover}. */
  FLUSH
}
