package dev.bascule.approval.internal;

import dev.bascule.approval.Approvals;
import dev.bascule.approval.Policies;
import dev.bascule.audit.AuditLog;
import dev.bascule.support.StrictPermissions;
import dev.bascule.support.TestDatabase;
import java.time.Clock;

/** The approval room's services on a test's database. */
public final class Approvers {
  private Approvers() {}

  /** Votes. */
  public static Approvals approvals(TestDatabase database, Clock clock) {
    return new StoredApprovals(new ProposalTable(database.client()), clock);
  }

  /** Policies. */
  public static Policies policies(TestDatabase database, AuditLog audit, Clock clock) {
    return new StoredPolicies(
        new PolicyTable(database.client()),
        approvals(database, clock),
        audit,
        new StrictPermissions(),
        database.transactions(),
        clock);
  }
}
