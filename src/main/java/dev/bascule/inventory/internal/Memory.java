package dev.bascule.inventory.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what is known in memory, so that viewing goes on without the database. Renewed after each
 * change, and now and then for changes by another console.
 */
@Component
final class Memory {
  private final EnvironmentTable environments;
  private final DcsTable dcs;
  private final ClusterTable clusters;
  private final HostTable hosts;
  private final FactsTable facts;
  private final TransactionTemplate transaction;
  private final Object lock = new Object();
  private volatile @Nullable Known known;

  Memory(
      EnvironmentTable environments,
      DcsTable dcs,
      ClusterTable clusters,
      HostTable hosts,
      FactsTable facts,
      PlatformTransactionManager transactions) {
    this.environments = environments;
    this.dcs = dcs;
    this.clusters = clusters;
    this.hosts = hosts;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /** What is known; reads the database at the first call only. */
  Known known() {
    var present = known;
    if (present != null) {
      return present;
    }
    synchronized (lock) {
      present = known;
      return present == null ? read() : present;
    }
  }

  /** Reads all of it again. */
  void renew() {
    synchronized (lock) {
      read();
    }
  }

  @GuardedBy("lock")
  private Known read() {
    var read =
        java.util.Objects.requireNonNull(
            transaction.execute(
                status ->
                    Known.of(
                        environments.list(),
                        dcs.list(),
                        dcs.rest(),
                        clusters.list(),
                        new Known.HostRows(hosts.list(), hosts.keys()),
                        facts.all())));
    known = read;
    return read;
  }
}
