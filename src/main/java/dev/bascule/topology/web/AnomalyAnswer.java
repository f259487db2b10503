package dev.bascule.topology.web;

import dev.bascule.topology.Anomaly;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is not as it should be. */
@Schema(name = "Anomaly")
record AnomalyAnswer(
    @Schema(description = "Stable", example = "not-streaming") String code,
    @Schema(description = "critical, warning or info") String severity,
    @Schema(description = "The member it is about; null when it is the cluster")
        @Nullable String member,
    @Schema(description = "The values of its text, in order") List<Object> arguments) {
  static AnomalyAnswer of(Anomaly anomaly) {
    var member = anomaly.member();
    return new AnomalyAnswer(
        anomaly.code(),
        Words.of(anomaly.severity()),
        member == null ? null : member.value(),
        anomaly.arguments());
  }
}
