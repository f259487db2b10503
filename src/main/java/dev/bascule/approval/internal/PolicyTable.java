package dev.bascule.approval.internal;

import dev.bascule.access.PersonId;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.PolicyChange;
import dev.bascule.approval.PolicyRule;
import dev.bascule.approval.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Policies in force and proposed changes of them. */
@Component
final class PolicyTable {
  private static final String CHANGE =
      """
      select c.proposal, c.environment, c.criticality, c.approvals, c.expiry_seconds,
        c.requester_name, c.reason, p.requester, p.plan_hash, p.asked_at
      from approval_policy_change c join approval_proposal p on p.id = c.proposal
      """;

  private final JdbcClient sql;

  PolicyTable(JdbcClient sql) {
    this.sql = sql;
  }

  List<PolicyRule> rules() {
    return sql.sql(
            "select environment, criticality, approvals, expiry_seconds from approval_policy")
        .query((row, number) -> rule(row))
        .list();
  }

  void put(PolicyRule rule) {
    sql.sql("delete from approval_policy where environment = ? and criticality = ?")
        .params(rule.environment(), rule.criticality())
        .update();
    sql.sql("insert into approval_policy values (?, ?, ?, ?)")
        .params(
            rule.environment(),
            rule.criticality(),
            rule.policy().approvals(),
            rule.policy().expiry().toSeconds())
        .update();
  }

  void insert(ProposalId id, PolicyRule rule, String requesterName, String reason) {
    sql.sql("insert into approval_policy_change values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id.value(),
            rule.environment(),
            rule.criticality(),
            rule.policy().approvals(),
            rule.policy().expiry().toSeconds(),
            requesterName,
            reason)
        .update();
  }

  Optional<PolicyChange> change(ProposalId id) {
    return sql.sql(CHANGE + " where c.proposal = ?")
        .param(id.value())
        .query((row, number) -> change(row))
        .optional();
  }

  /** Nobody answered them, and their time is not over. */
  List<PolicyChange> waiting(Instant now) {
    return sql.sql(
            CHANGE
                + """
                 where not p.withdrawn and p.expires_at > ?
                   and not exists (select 1 from approval_vote v where v.proposal = p.id)
                 order by p.asked_at, p.id\
                """)
        .param(ProposalTable.time(now))
        .query((row, number) -> change(row))
        .list();
  }

  private PolicyChange change(ResultSet row) throws SQLException {
    PolicyRule rule = rule(row);
    return new PolicyChange(
        new ProposalId(row.getObject("proposal", UUID.class)),
        rule,
        StoredPolicies.inForce(rules(), rule.environment(), rule.criticality()),
        new PersonId(row.getObject("requester", UUID.class)),
        row.getString("requester_name"),
        row.getString("reason"),
        new PlanHash(row.getString("plan_hash")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant());
  }

  private static PolicyRule rule(ResultSet row) throws SQLException {
    return new PolicyRule(
        row.getString("environment"),
        row.getString("criticality"),
        new ApprovalPolicy(
            row.getInt("approvals"), Duration.ofSeconds(row.getLong("expiry_seconds"))));
  }
}
