package dev.bascule.pglift;

import java.util.List;

/**
 * What of pglift's site settings has to be the same on all hosts of a cluster.
 *
 * @param configurationMode where authentication and parameters are kept, as {@code local/dynamic}
 * @param etcd the etcd members, {@code host:port} in order
 * @param roles the names of the superuser's, the replication's and the backup's role
 */
public record SiteRules(String configurationMode, List<String> etcd, List<String> roles) {
  /** Copies. */
  public SiteRules {
    etcd = List.copyOf(etcd);
    roles = List.copyOf(roles);
  }
}
