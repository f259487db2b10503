package dev.bascule.inventory;

import dev.bascule.pglift.InstanceName;
import org.jspecify.annotations.Nullable;

/**
 * An instance on a host, and the cluster and member that it is.
 *
 * @param scope Patroni's cluster; null for a standalone instance
 * @param member the member's name there; null likewise
 * @param configFile Patroni's configuration of it; null likewise
 */
public record HostInstance(
    InstanceName name,
    int port,
    String dataDirectory,
    boolean running,
    @Nullable String scope,
    @Nullable String member,
    @Nullable String configFile) {}
