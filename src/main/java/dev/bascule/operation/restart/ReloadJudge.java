package dev.bascule.operation.restart;

import dev.bascule.operation.Fact;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.patroni.MemberName;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how a reload ended: every member's PostgreSQL loaded its configuration at another time
 * than before. Pure.
 */
public final class ReloadJudge {
  /** The check whose value is when a member's PostgreSQL had loaded its configuration before. */
  static final String BASELINE = "configuration-loaded";

  private ReloadJudge() {}

  /** Judges a reload. */
  public static Judgement judge(Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toAnswer())) {
      return CommonJudge.look("program");
    }
    Map<MemberName, Fact> before = evidence.before(BASELINE);
    var loaded = new ArrayList<MemberName>();
    var missing = new ArrayList<MemberName>();
    boolean silent = false;
    for (var entry : before.entrySet()) {
      HostAnswer answer = evidence.hosts().get(entry.getKey());
      var at = answer == null ? null : answer.configurationLoadedAt();
      silent |= at == null;
      (at != null && !Fact.at(at).equals(entry.getValue()) ? loaded : missing).add(entry.getKey());
    }
    if (missing.isEmpty() && !loaded.isEmpty()) {
      return CommonJudge.decided(RequestState.SUCCEEDED, "reload", "done", Names.fact(loaded));
    }
    if (silent || before.isEmpty()) {
      return evidence.over(evidence.patience().toAnswer())
          ? CommonJudge.decided(RequestState.UNKNOWN, "reload", "silent", Names.fact(missing))
          : CommonJudge.look("reloaded");
    }
    if (loaded.isEmpty()) {
      return CommonJudge.unseen(evidence, "reloaded");
    }
    return evidence.over(evidence.patience().toAnswer())
        ? CommonJudge.decided(RequestState.DEVIATED, "reload", "partly", Names.fact(missing))
        : CommonJudge.look("reloaded");
  }
}
