package dev.bascule.pglift;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.util.List;

/** Looks at a host before an instance is made there; changes nothing. */
public interface Vacancies {
  /**
   * Looks.
   *
   * @param ports that the instance wants to listen on
   * @throws SshFailure when the host can't be reached, or has no pglift that answers
   */
  Vacancy look(SshTarget target, InstanceName instance, List<Integer> ports) throws SshFailure;
}
