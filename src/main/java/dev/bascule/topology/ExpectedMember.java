package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member that was seen once and that nobody has retired.
 *
 * @param lastRole when it was last seen
 * @param absentSince null while its key is there
 * @param host where PostgreSQL was, when last seen
 * @param apiUrl where its REST was
 */
public record ExpectedMember(
    MemberName name,
    ClusterRole lastRole,
    @Nullable Instant absentSince,
    @Nullable String host,
    int port,
    @Nullable String apiUrl) {}
