package dev.bascule.pglift;

/**
 * What a PostgreSQL server says of itself.
 *
 * @param inRecovery whether it follows another one, and takes no writes
 * @param dataDirectory where its data are
 * @param systemIdentifier of its data
 * @param version such as {@code 170002}
 * @param checksums whether data pages have checksums
 * @param walLogHints whether hint bits are logged
 */
public record ServerFacts(
    boolean inRecovery,
    String dataDirectory,
    String systemIdentifier,
    int version,
    boolean checksums,
    boolean walLogHints) {}
