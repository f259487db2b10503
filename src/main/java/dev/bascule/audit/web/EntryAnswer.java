package dev.bascule.audit.web;

import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the log. */
@Schema(name = "AuditEntry")
record EntryAnswer(
    @Schema(description = "Counted from 1 without gaps") long seq,
    Instant at,
    Who actor,
    @Schema(description = "A stable dotted code", example = "switchover.approved") String action,
    Subject subject,
    AuditResult result,
    @Schema(
            description =
                "A JSON object as text: the hash covers its very characters. Secrets are masked.")
        String detail,
    @Schema(description = "The hash of the entry before; 64 zeros for the first")
        String previousHash,
    @Schema(description = "SHA-256 in hexadecimal over the canonical form of the entry")
        String hash) {

  static EntryAnswer of(AuditEntry entry) {
    return new EntryAnswer(
        entry.seq(),
        entry.at(),
        new Who(entry.actorKind().name(), entry.actorId(), entry.actorName(), entry.address()),
        entry.action(),
        new Subject(
            entry.subject().kind(),
            entry.subject().id(),
            entry.subject().display(),
            entry.subject().environment()),
        entry.result(),
        entry.detail(),
        entry.previousHash(),
        entry.hash());
  }

  /** Who did it. */
  @Schema(name = "AuditActor")
  record Who(
      @Schema(description = "PERSON, TOKEN, SYSTEM or ANONYMOUS") String kind,
      UUID id,
      @Schema(description = "Their name at that time") String name,
      @Schema(description = "Empty for the console itself") String address) {}

  /** What it is about. */
  @Schema(name = "AuditSubject")
  record Subject(
      @Schema(example = "cluster") String kind,
      @Schema(example = "lab/maincluster") String id,
      String display,
      @Schema(description = "Empty when it belongs to none") String environment) {}

  /** A page of entries. */
  @Schema(name = "AuditPage")
  record Page(
      @Schema(description = "Newest first") List<EntryAnswer> entries,
      @Schema(description = "Give it as `before` to get the rest; null at the end")
          @Nullable Long next) {
    static Page of(List<AuditEntry> entries, OptionalLong next) {
      return new Page(
          entries.stream().map(EntryAnswer::of).toList(),
          next.isPresent() ? next.getAsLong() : null);
    }
  }
}
