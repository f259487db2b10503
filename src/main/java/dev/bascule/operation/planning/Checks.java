package dev.bascule.operation.planning;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the checks of one subject that share who said them and when. */
public final class Checks {
  /** In order, or so. */
  public static final Fact YES = Fact.words("operation.value.yes");

  /** Not so. */
  public static final Fact NO = Fact.words("operation.value.no");

  private final List<Check> found = new ArrayList<>();
  private final String subject;
  private final @Nullable Instant dcsSeenAt;

  private Checks(String subject, @Nullable Instant dcsSeenAt) {
    this.subject = subject;
    this.dcsSeenAt = dcsSeenAt;
  }

  /** Those of the cluster as a whole. */
  public static Checks ofCluster(Findings facts) {
    return new Checks("", facts.dcsSeenAt());
  }

  /** Those of one member. */
  public static Checks of(MemberName member, Findings facts) {
    return new Checks(member.value(), facts.dcsSeenAt());
  }

  /** One that the DCS says. */
  @CanIgnoreReturnValue
  public Checks dcs(String code, Level level, Fact value) {
    return dcs(code, level, value, null);
  }

  /** One that the DCS says, held against a limit. */
  @CanIgnoreReturnValue
  public Checks dcs(String code, Level level, Fact value, @Nullable Fact limit) {
    return add(code, level, value, limit, Source.DCS, dcsSeenAt);
  }

  /** One that somebody says. */
  @CanIgnoreReturnValue
  public Checks add(
      String code,
      Level level,
      Fact value,
      @Nullable Fact limit,
      Source source,
      @Nullable Instant at) {
    found.add(new Check(code, subject, level, value, limit, source, at));
    return this;
  }

  /** What was found, in order. */
  public List<Check> toList() {
    return List.copyOf(found);
  }

  /** As a word. */
  public static Fact yesNo(boolean value) {
    return value ? YES : NO;
  }

  /** Green when so, otherwise the level given. */
  public static Level unless(boolean good, Level otherwise) {
    return good ? Level.GREEN : otherwise;
  }
}
