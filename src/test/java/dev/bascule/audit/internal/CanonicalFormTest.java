package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form that hashes are made of never changes: old entries must stay verifiable. */
class CanonicalFormTest {
  private static final AuditEntry ENTRY =
      new AuditEntry(
          7,
          Instant.parse("2026-11-23T02:14:07.120Z"),
          Actor.Kind.PERSON,
          UUID.fromString("00000000-0000-0000-0000-0000000000d1"),
          "dana",
          "10.0.0.7",
          "switchover.requested",
          new AuditSubject("cluster", "lab/maincluster", "maincluster é", "production"),
          AuditResult.INTENT,
          "{\"reason\":\"x\"}",
          Chain.BEGINNING,
          "");

  /** Computed by hand: {@code printf '15:bascule-audit-1,64:000…,1:7,…' | sha256sum}. */
  @Test
  void isWhatItEverWas() {
    assertThat(Chain.hash(ENTRY))
        .isEqualTo("aa2d9e207d01cadfc4c33838025304e77c2474e6f1fb7973f8cece9e9fbd0377");
  }

  @Test
  void tellsFieldsApart() {
    AuditEntry moved =
        new AuditEntry(
            ENTRY.seq(),
            ENTRY.at(),
            ENTRY.actorKind(),
            ENTRY.actorId(),
            "dana10",
            ".0.0.7",
            ENTRY.action(),
            ENTRY.subject(),
            ENTRY.result(),
            ENTRY.detail(),
            ENTRY.previousHash(),
            "");
    assertThat(Chain.hash(moved)).isNotEqualTo(Chain.hash(ENTRY));
  }
}
