package dev.bascule.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; everything given must match. Texts are compared literally, without regard to
 * case, and cut to 200 characters.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 * @param actor a part of the name of who acted; empty for anybody
 * @param action the beginning of the action's code; empty for any
 * @param subjectKind the exact kind of what it is about; empty for any
 * @param subjectId the exact id of what it is about; empty for any
 * @param result what became of it
 * @param text a part of any of the texts, detail included; empty for any
 */
public record AuditQuery(
    @Nullable Instant from,
    @Nullable Instant to,
    String actor,
    String action,
    String subjectKind,
    String subjectId,
    @Nullable AuditResult result,
    String text) {
  private static final int LONGEST = 200;

  /** Cuts over-long texts. */
  public AuditQuery {
    actor = cut(actor);
    action = cut(action);
    subjectKind = cut(subjectKind);
    subjectId = subjectId.length() > 2 * LONGEST ? subjectId.substring(0, 2 * LONGEST) : subjectId;
    text = cut(text);
  }

  /** Everything. */
  public static AuditQuery all() {
    return new AuditQuery(null, null, "", "", "", "", null, "");
  }

  /** All about one thing. */
  public static AuditQuery about(String kind, String id) {
    return new AuditQuery(null, null, "", "", kind, id, null, "");
  }

  private static String cut(String text) {
    String plain = text.strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
