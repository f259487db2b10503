package dev.bascule.access;

import static dev.bascule.access.Right.APPROVE;
import static dev.bascule.access.Right.BREAK_GLASS;
import static dev.bascule.access.Right.MANAGE_INVENTORY;
import static dev.bascule.access.Right.MANAGE_PEOPLE;
import static dev.bascule.access.Right.MANAGE_POLICY;
import static dev.bascule.access.Right.READ_AUDIT;
import static dev.bascule.access.Right.REQUEST;
import static dev.bascule.access.Right.RESOLVE_UNKNOWN;
import static dev.bascule.access.Right.REVIEW;
import static dev.bascule.access.Right.VIEW;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A set of rights that go together. A person may have several; names are stored, never change. */
public enum Role {
  /** Looks on. */
  VIEWER(VIEW),
  /** Runs the clusters: asks for operations, keeps the inventory, may break the glass. */
  DBA(VIEW, READ_AUDIT, REQUEST, RESOLVE_UNKNOWN, BREAK_GLASS, MANAGE_INVENTORY),
  /** Agrees to what others ask for. */
  APPROVER(VIEW, READ_AUDIT, APPROVE),
  /** Reviews what was done, and sets who must agree. */
  MANAGER(VIEW, READ_AUDIT, REVIEW, MANAGE_POLICY),
  /** Looks after the console itself: its people and its inventory. */
  ADMIN(VIEW, READ_AUDIT, MANAGE_PEOPLE, MANAGE_INVENTORY);

  @SuppressWarnings("ImmutableEnumChecker") // wrapped unmodifiable, and nobody else has the set
  private final Set<Right> rights;

  Role(Right first, Right... rest) {
    this.rights = Collections.unmodifiableSet(EnumSet.of(first, rest));
  }

  /** What the role allows; can't be changed. */
  public Set<Right> rights() {
    return rights;
  }

  /** All that any of the roles allows. */
  public static Set<Right> rightsOf(Collection<Role> roles) {
    EnumSet<Right> all = EnumSet.noneOf(Right.class);
    roles.forEach(role -> all.addAll(role.rights));
    return Collections.unmodifiableSet(all);
  }
}
