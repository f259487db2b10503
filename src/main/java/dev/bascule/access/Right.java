package dev.bascule.access;

/** What one may be allowed to do. Rights are never given one by one: see {@link Role}. */
public enum Right {
  /** See clusters, hosts and changes. Sends nothing anywhere. */
  VIEW,
  /** Ask for an operation; it runs only after the approvals that the policy wants. */
  REQUEST,
  /** Agree to, or reject, what somebody else asked for. */
  APPROVE,
  /** Run an operation without the approvals, with a reason; a review stays open afterwards. */
  BREAK_GLASS,
  /** Say what became of an operation whose outcome nobody could see. */
  RESOLVE_UNKNOWN,
  /** Read the audit log and check its chain. */
  READ_AUDIT,
  /** Sign off what was done without approvals. */
  REVIEW,
  /** Change what is known of hosts, clusters, DCS endpoints and their credentials. */
  MANAGE_INVENTORY,
  /** Change who must agree to what; takes a second person. */
  MANAGE_POLICY,
  /** Make and disable people and API tokens, give roles. */
  MANAGE_PEOPLE
}
