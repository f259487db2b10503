package dev.bascule.inventory;

import java.time.Instant;

/**
 * What a certificate says, for people.
 *
 * @param fingerprint SHA-256 in hexadecimal with colons
 */
public record CertificateFacts(
    String subject, String issuer, Instant notBefore, Instant notAfter, String fingerprint) {}
