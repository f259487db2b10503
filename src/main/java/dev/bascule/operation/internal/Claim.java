package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.RequestId;
import java.util.UUID;

/**
 * A request holds a cluster.
 *
 * @param step the id of the step that may be sent next, or was sent last
 * @param owner the run of the console that carries it out
 */
record Claim(ClusterId cluster, RequestId request, UUID step, UUID owner) {}
