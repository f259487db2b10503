package dev.bascule.operation.leaving;

import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import java.util.Optional;

/** What pglift on a member's host says of its instance just now. */
enum Listed {
  /** It can't be asked, or it isn't known which instance it was. */
  UNKNOWN,
  /** PostgreSQL runs. */
  RUNNING,
  /** PostgreSQL doesn't run. */
  STOPPED,
  /** There is no such instance. */
  MISSING;

  static Listed of(MemberName member, Evidence evidence) {
    Optional<InstanceName> name =
        evidence
            .before(LeavingChecks.INSTANCE, member)
            .filter(Fact.Text.class::isInstance)
            .flatMap(fact -> InstanceName.parse(((Fact.Text) fact).text()));
    HostAnswer answer = evidence.hosts().get(member);
    if (name.isEmpty() || answer == null || answer.instances() == null) {
      return UNKNOWN;
    }
    return answer
        .instance(name.get())
        .map(instance -> instance.running() ? RUNNING : STOPPED)
        .orElse(MISSING);
  }
}
