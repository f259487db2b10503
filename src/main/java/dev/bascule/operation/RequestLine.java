package dev.bascule.operation;

import dev.bascule.access.PersonId;
import dev.bascule.inventory.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as one row of a list.
 *
 * @param sentence what it is to do
 * @param runsAt when it is to run; null when somebody starts it
 * @param missing how many approvals are still needed
 */
public record RequestLine(
    RequestId id,
    ClusterId cluster,
    String kind,
    String environment,
    Phrase sentence,
    RequestState state,
    PersonId requester,
    String requesterName,
    Instant askedAt,
    @Nullable Instant runsAt,
    int missing,
    boolean breakGlass,
    Instant changedAt) {}
