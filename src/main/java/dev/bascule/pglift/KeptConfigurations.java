package dev.bascule.pglift;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.util.List;

/** Patroni's configurations that pglift keeps when it drops the last member of a cluster. */
public interface KeptConfigurations {
  /**
   * Their paths on a host, the oldest first.
   *
   * @param settings pglift's site settings there as JSON text: they say where configurations are
   * @param cluster a name that may become part of a command
   * @param member likewise
   * @throws SshFailure when the host can't be reached, or the directory can't be looked at
   */
  List<String> of(SshTarget target, String settings, String cluster, String member)
      throws SshFailure;
}
