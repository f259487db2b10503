package dev.bascule.topology.ui;

import dev.bascule.topology.Anomaly;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Tone;

/** A cluster's state in one sentence, with how loud it is. */
record Sentence(Tone tone, String text) {
  static Sentence of(ClusterState state, Sight sight, Words words) {
    if (sight instanceof Sight.OutOfSight) {
      return new Sentence(Tone.UNKNOWN, words.texts().get("topology.sentence.blind"));
    }
    if (!state.anomalies().isEmpty()) {
      Anomaly first = state.anomalies().getFirst();
      String text = words.anomaly(first);
      int more = state.anomalies().size() - 1;
      return new Sentence(
          FleetRow.tone(first.severity()),
          more == 0 ? text : words.texts().get("topology.sentence.more", text, more));
    }
    LeaderSeat seat = state.leader();
    if (seat != null && seat.expiresAt() != null) {
      String name = seat.name().value();
      return new Sentence(Tone.WARNING, words.texts().get("topology.sentence.silent", name));
    }
    long followers =
        state.members().stream()
            .filter(member -> !member.role().leads() && member.seen())
            .filter(MemberView::streaming)
            .count();
    String leader = seat == null ? "?" : seat.name().value();
    return new Sentence(
        Tone.QUIET, words.texts().get("topology.sentence.healthy", leader, followers));
  }
}
