package dev.bascule.audit.internal;

import dev.bascule.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of an entry. Its canonical form is the sequence of these fields, each as the length of
 * its UTF-8 bytes in decimal, a colon, the bytes, and a comma (a "netstring", so that no value can
 * pretend to be the next field): the version {@code bascule-audit-1}, previous hash, number, time
 * ({@code 2026-11-23T02:14:07.123456Z}, always six digits), actor's kind, id, name, address,
 * action, subject's kind, id, display and environment, result, detail. SHA-256 over it, in
 * lower-case hexadecimal.
 */
final class Chain {
  /** What the first entry is linked to. */
  static final String BEGINNING = "0".repeat(64);

  private static final String VERSION = "bascule-audit-1";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Chain() {}

  /** The precision that both databases keep. */
  static Instant kept(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  /** The time as the canonical form writes it. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** What the entry's hash has to be; its {@code hash} field isn't looked at. */
  static String hash(AuditEntry entry) {
    MessageDigest digest = sha256();
    for (String field : fields(entry)) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
      digest.update((byte) ',');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> fields(AuditEntry entry) {
    return List.of(
        VERSION,
        entry.previousHash(),
        Long.toString(entry.seq()),
        time(entry.at()),
        entry.actorKind().name(),
        entry.actorId().toString(),
        entry.actorName(),
        entry.address(),
        entry.action(),
        entry.subject().kind(),
        entry.subject().id(),
        entry.subject().display(),
        entry.subject().environment(),
        entry.result().name(),
        entry.detail());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
