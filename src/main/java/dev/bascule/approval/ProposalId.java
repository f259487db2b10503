package dev.bascule.approval;

import java.util.UUID;

/** Names a proposal. */
public record ProposalId(UUID value) {
  /** One that was never used. */
  public static ProposalId fresh() {
    return new ProposalId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
