package dev.bascule.approval.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Policies;
import dev.bascule.approval.PolicyChange;
import dev.bascule.approval.PolicyRule;
import dev.bascule.approval.Proposal;
import dev.bascule.approval.ProposalId;
import dev.bascule.approval.Standing;
import dev.bascule.approval.Vote;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.audit.PastedSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies in force; one person proposes a change, another one puts it in force. */
@Component
final class StoredPolicies implements Policies {
  private static final Duration WAITS = Duration.ofDays(7);
  private static final int LONGEST_REASON = 2_000;
  private static final String WRONG_TEXT =
      "a text has 1 to 2,000 characters, a comment at most as many";

  private final PolicyTable table;
  private final Approvals approvals;
  private final AuditLog audit;
  private final Permissions permissions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StoredPolicies(
      PolicyTable table,
      Approvals approvals,
      AuditLog audit,
      Permissions permissions,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.table = table;
    this.approvals = approvals;
    this.audit = audit;
    this.permissions = permissions;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public ApprovalPolicy policyFor(String environment, String criticality) {
    return inForce(table.rules(), environment, criticality);
  }

  static ApprovalPolicy inForce(List<PolicyRule> rules, String environment, String criticality) {
    return rules.stream()
        .filter(rule -> rule.covers(environment, criticality))
        .max(Comparator.comparingInt(PolicyRule::weight))
        .map(PolicyRule::policy)
        .orElse(ApprovalPolicy.DEFAULT);
  }

  @Override
  public List<PolicyRule> rules() {
    return table.rules().stream()
        .sorted(
            Comparator.comparingInt(PolicyRule::weight)
                .reversed()
                .thenComparing(PolicyRule::environment)
                .thenComparing(PolicyRule::criticality))
        .toList();
  }

  @Override
  public List<PolicyChange> waiting() {
    return table.waiting(clock.instant());
  }

  @Override
  public ProposalId propose(Actor actor, PolicyRule rule, String reason) {
    permissions.require(actor, Right.MANAGE_POLICY, "policy.propose");
    String why = said(reason);
    if (why.isEmpty()) {
      throw new IllegalArgumentException(WRONG_TEXT);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ProposalId id = ProposalId.fresh();
    Proposal proposal =
        new Proposal(
            id,
            Proposal.Subject.POLICY,
            "",
            actor.id(),
            hash(rule),
            new ApprovalPolicy(1, WAITS),
            now,
            now.plus(WAITS));
    transaction.executeWithoutResult(
        status -> {
          approvals.open(proposal);
          table.insert(id, rule, actor.name(), why);
          audit.append(
              actor, "policy.proposed", subject(id), AuditResult.DONE, detail(rule, "reason", why));
        });
    return id;
  }

  @Override
  public void answer(
      Actor actor, ProposalId id, Vote.Answer answer, PlanHash seen, String comment) {
    permissions.require(actor, Right.MANAGE_POLICY, "policy.answer");
    String remark = said(comment);
    PolicyChange change =
        table
            .change(id)
            .orElseThrow(() -> new IllegalArgumentException("there is no proposal " + id));
    transaction.executeWithoutResult(
        status -> answer(actor, change, approvals.vote(id, actor, answer, seen, remark), remark));
  }

  /** What a person wrote, without what neither a page nor PostgreSQL takes, and without secrets. */
  private static String said(String text) {
    if (text.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(WRONG_TEXT);
    }
    String kept = PastedSecrets.mask(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip());
    if (kept.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(WRONG_TEXT);
    }
    return kept;
  }

  private void answer(Actor actor, PolicyChange change, Standing standing, String comment) {
    boolean agreed = standing.at(clock.instant()) == Standing.Phase.AGREED;
    if (agreed) {
      table.put(change.rule());
    }
    audit.append(
        actor,
        agreed ? "policy.changed" : "policy.rejected",
        subject(change.id()),
        AuditResult.DONE,
        detail(change.rule(), "comment", comment));
  }

  private static PlanHash hash(PolicyRule rule) {
    return PlanHash.of(
        String.join(
            "\n",
            "bascule-policy-1",
            rule.environment(),
            rule.criticality(),
            Integer.toString(rule.policy().approvals()),
            Long.toString(rule.policy().expiry().toSeconds())));
  }

  private static AuditSubject subject(ProposalId id) {
    return new AuditSubject("policy", id.toString(), "Approval policy");
  }

  private static Map<String, Object> detail(PolicyRule rule, String name, String text) {
    return Map.of(
        "environment",
        rule.environment(),
        "criticality",
        rule.criticality(),
        "approvals",
        rule.policy().approvals(),
        "expirySeconds",
        rule.policy().expiry().toSeconds(),
        name,
        text);
  }
}
