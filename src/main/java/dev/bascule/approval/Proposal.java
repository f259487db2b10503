package dev.bascule.approval;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import java.time.Instant;

/**
 * Something that somebody asks others to agree to.
 *
 * @param subject what kind of thing it is
 * @param environment where it acts; who agrees must have rights there; empty: everywhere
 * @param hash what exactly is asked
 * @param expiresAt after that nobody can agree and an agreement holds no more
 */
public record Proposal(
    ProposalId id,
    Subject subject,
    String environment,
    PersonId requester,
    PlanHash hash,
    ApprovalPolicy policy,
    Instant askedAt,
    Instant expiresAt) {
  /** Kinds of things, each with the right that agreeing to it takes. Names are stored. */
  public enum Subject {
    /** An operation on a cluster. */
    OPERATION(Right.APPROVE),
    /** A change of the policies. */
    POLICY(Right.MANAGE_POLICY);

    private final Right right;

    Subject(Right right) {
      this.right = right;
    }

    /** What agreeing takes. */
    public Right right() {
      return right;
    }
  }

  /** Refuses a proposal that would be over before it began. */
  public Proposal {
    if (!expiresAt.isAfter(askedAt)) {
      throw new IllegalArgumentException("a proposal lasts longer than nothing");
    }
  }

  /** Whether this person's answer would count, as far as their rights go. */
  public boolean mayBeAnsweredBy(Actor actor) {
    return actor.isPerson()
        && !actor.id().equals(requester)
        && (environment.isEmpty()
            ? actor.may(subject.right())
            : actor.may(subject.right(), environment));
  }
}
