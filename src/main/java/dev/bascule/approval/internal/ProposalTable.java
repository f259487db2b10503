package dev.bascule.approval.internal;

import dev.bascule.access.PersonId;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Proposal;
import dev.bascule.approval.ProposalId;
import dev.bascule.approval.Standing;
import dev.bascule.approval.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals and votes, by plain SQL that both databases understand alike. */
@Component
final class ProposalTable {
  private static final String PROPOSAL =
      """
      select id, subject, environment, requester, plan_hash, approvals, expiry_seconds, asked_at,
        expires_at, withdrawn
      from approval_proposal where id = ?\
      """;

  private final JdbcClient sql;

  ProposalTable(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Proposal proposal) {
    sql.sql("insert into approval_proposal values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
        .params(
            proposal.id().value(),
            proposal.subject().name(),
            proposal.environment(),
            proposal.requester().value(),
            proposal.hash().value(),
            proposal.policy().approvals(),
            proposal.policy().expiry().toSeconds(),
            time(proposal.askedAt()),
            time(proposal.expiresAt()))
        .update();
  }

  void insert(ProposalId id, PersonId requester, Vote vote) {
    sql.sql("insert into approval_vote values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id.value(),
            requester.value(),
            vote.hash().value(),
            vote.voter().value(),
            vote.name(),
            vote.answer().name(),
            vote.comment(),
            time(vote.at()))
        .update();
  }

  void withdraw(ProposalId id) {
    sql.sql("update approval_proposal set withdrawn = true where id = ?")
        .param(id.value())
        .update();
  }

  Optional<Standing> find(ProposalId id) {
    return standing(PROPOSAL, id);
  }

  /** Also keeps everybody else from voting until the transaction ends. */
  Optional<Standing> lock(ProposalId id) {
    return standing(PROPOSAL + " for update", id);
  }

  private Optional<Standing> standing(String select, ProposalId id) {
    return sql.sql(select)
        .param(id.value())
        .query((row, number) -> new Standing(proposal(row), List.of(), row.getBoolean("withdrawn")))
        .optional()
        .map(bare -> new Standing(bare.proposal(), votes(id), bare.withdrawn()));
  }

  private List<Vote> votes(ProposalId id) {
    return sql.sql(
            """
            select voter, voter_name, answer, plan_hash, at, remark from approval_vote
            where proposal = ? order by at, voter\
            """)
        .param(id.value())
        .query((row, number) -> vote(row))
        .list();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        new ProposalId(row.getObject("id", UUID.class)),
        Proposal.Subject.valueOf(row.getString("subject")),
        row.getString("environment"),
        new PersonId(row.getObject("requester", UUID.class)),
        new PlanHash(row.getString("plan_hash")),
        new ApprovalPolicy(
            row.getInt("approvals"), Duration.ofSeconds(row.getLong("expiry_seconds"))),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static Vote vote(ResultSet row) throws SQLException {
    return new Vote(
        new PersonId(row.getObject("voter", UUID.class)),
        row.getString("voter_name"),
        Vote.Answer.valueOf(row.getString("answer")),
        new PlanHash(row.getString("plan_hash")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("remark"));
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
