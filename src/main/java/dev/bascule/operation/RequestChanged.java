package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;

/**
 * A request moved on, or more of it is known. Published after it is kept.
 *
 * @param state where it stands now
 */
public record RequestChanged(RequestId id, ClusterId cluster, RequestState state) {}
