package dev.bascule.topology.web;

import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.WayOut;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would happen if the leader died now. */
@Schema(name = "WayOut")
record WayOutAnswer(
    @Schema(description = "How many could take over by themselves") long canTakeOver,
    @Schema(description = "How many could when a person asks for it") long canTakeOverByHand,
    @Schema(description = "Bytes that the best candidate lacks; null when unknown or there is none")
        @Nullable Long bytesLost,
    @Schema(description = "How many members the DCS may still lose; null when unknown")
        @Nullable Integer dcsMembersThatMayGo,
    List<Candidate> candidates) {

  static WayOutAnswer of(WayOut wayOut) {
    var lost = wayOut.bytesLost();
    var mayGo = wayOut.dcsMembersThatMayGo();
    return new WayOutAnswer(
        wayOut.able(),
        wayOut.ableByHand(),
        lost.isPresent() ? lost.getAsLong() : null,
        mayGo.isPresent() ? mayGo.getAsInt() : null,
        wayOut.candidates().stream().map(Candidate::of).toList());
  }

  /** Whether one could. */
  @Schema(name = "Candidate")
  record Candidate(
      String member,
      boolean canTakeOver,
      boolean canTakeOverByHand,
      @Schema(description = "What stands in its way") List<Obstacle> obstacles) {
    static Candidate of(CandidateVerdict verdict) {
      return new Candidate(
          verdict.member().value(),
          verdict.can(),
          verdict.canByHand(),
          verdict.obstacles().stream()
              .map(obstacle -> new Obstacle(Words.of(obstacle.kind()), obstacle.arguments()))
              .toList());
    }
  }

  /** One reason why not. */
  @Schema(name = "Obstacle")
  record Obstacle(String kind, List<Object> arguments) {}
}
