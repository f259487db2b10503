package dev.bascule.approval;

/**
 * A policy and where it holds.
 *
 * @param environment its name, or empty for all
 * @param criticality its name, or empty for all
 */
public record PolicyRule(String environment, String criticality, ApprovalPolicy policy) {
  /** How special the rule is; the higher wins. */
  public int weight() {
    return (environment.isEmpty() ? 0 : 2) + (criticality.isEmpty() ? 0 : 1);
  }

  /** Whether it holds there. */
  public boolean covers(String there, String how) {
    return (environment.isEmpty() || environment.equals(there))
        && (criticality.isEmpty() || criticality.equals(how));
  }
}
