package dev.bascule.operation.role;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.planning.CommonJudge;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Presence.Writability;
import java.util.Objects;
import java.util.Optional;

/** Decides how a fencing ended: PostgreSQL there was asked, and takes no writes. Pure. */
public final class FencingJudge {
  private FencingJudge() {}

  /** Judges one. */
  public static Judgement judge(Fencing operation, Evidence evidence) {
    Optional<Judgement> early = CommonJudge.early(evidence);
    if (early.isPresent()) {
      return early.get();
    }
    ClusterState state = Objects.requireNonNull(evidence.state());
    Fact name = Fact.text(operation.member().value());
    if (evidence.job() instanceof Job.Running && !evidence.over(evidence.patience().toRejoin())) {
      return CommonJudge.look("program");
    }
    Optional<MemberView> member = state.member(operation.member());
    if (member.filter(MemberView::seen).isPresent()) {
      return CommonJudge.decided(
          member.get().role().leads() ? RequestState.DEVIATED : RequestState.SUCCEEDED,
          "fencing",
          member.get().role().leads() ? "leads" : "back",
          name);
    }
    return switch (writability(member)) {
      case NOT_WRITABLE -> CommonJudge.decided(RequestState.SUCCEEDED, "fencing", "done", name);
      case STILL_WRITABLE -> CommonJudge.unseen(evidence, "stopped");
      case UNKNOWN ->
          evidence.over(evidence.patience().toAsk())
              ? CommonJudge.decided(RequestState.UNKNOWN, "fencing", "silent", name)
              : CommonJudge.look("stopped");
    };
  }

  private static Writability writability(Optional<MemberView> member) {
    return member.isPresent()
            && member.get().presence() instanceof Presence.Absent(_, _, var writability)
        ? writability
        : Writability.UNKNOWN;
  }
}
