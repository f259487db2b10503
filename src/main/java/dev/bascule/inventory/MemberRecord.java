package dev.bascule.inventory;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member that was seen and that nobody has retired: it is expected.
 *
 * @param lastRole a stable code of its role when it was last seen, such as {@code leader}
 * @param host where its PostgreSQL was; null when its key didn't say
 * @param port of its PostgreSQL; 0 when unknown
 * @param apiUrl where its REST was; untrusted; null when its key didn't say
 * @param firstSeen when it was first seen
 * @param absentSince since when its key is gone; null while it is there
 */
public record MemberRecord(
    MemberName name,
    String lastRole,
    @Nullable String host,
    int port,
    @Nullable String apiUrl,
    Instant firstSeen,
    @Nullable Instant absentSince) {}
