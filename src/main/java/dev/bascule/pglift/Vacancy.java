package dev.bascule.pglift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host has for an instance that isn't there yet.
 *
 * @param pgliftVersion as pglift says it
 * @param rules of its site settings; null when they have no Patroni
 * @param postgresql whether PostgreSQL of the wanted version is there
 * @param instances what is there already
 * @param taken which of the wanted ports somebody listens on
 * @param etcdReached how many of the settings' etcd members take a connection from there
 * @param free bytes where the data would be; null when unknown
 */
public record Vacancy(
    String pgliftVersion,
    @Nullable SiteRules rules,
    boolean postgresql,
    List<Instance> instances,
    List<Integer> taken,
    int etcdReached,
    @Nullable Long free) {
  /** Copies. */
  public Vacancy {
    instances = List.copyOf(instances);
    taken = List.copyOf(taken);
  }
}
