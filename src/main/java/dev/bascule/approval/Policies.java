package dev.bascule.approval;

import dev.bascule.access.Actor;
import java.util.List;

/** The policies in force. Changing them needs the agreement of a second person, always. */
public interface Policies {
  /**
   * What holds for an operation: the rule that names both, else the one that names the environment,
   * else the one that names the criticality, else the one that names neither.
   *
   * @param criticality as the inventory has it
   */
  ApprovalPolicy policyFor(String environment, String criticality);

  /** All rules, the most special first. */
  List<PolicyRule> rules();

  /** Changes that wait for a second person, oldest first. */
  List<PolicyChange> waiting();

  /**
   * Proposes to put a rule in the place of the one with the same scope.
   *
   * @throws dev.bascule.access.NotAllowed without the right to manage policies
   */
  ProposalId propose(Actor actor, PolicyRule rule, String reason);

  /**
   * Answers a proposed change; on agreement it is in force at once.
   *
   * @throws NotCounted when the answer doesn't count
   */
  void answer(Actor actor, ProposalId id, Vote.Answer answer, PlanHash seen, String comment);
}
