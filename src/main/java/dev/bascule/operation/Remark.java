package dev.bascule.operation;

import java.time.Instant;

/**
 * What somebody said about a request.
 *
 * @param by the author's sign-in name at that time
 * @param text 1 to 2,000 characters; untrusted
 */
public record Remark(String by, Instant at, String text) {}
