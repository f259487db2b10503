package dev.bascule.topology.web;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The live state of the clusters for programs. Reads the model in memory: never the DCS itself. */
@RestController
@RequestMapping(path = "/api/v1/clusters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "clusters", description = "The live state of every cluster")
class ClustersController {
  /** What a DCS and a cluster may be called before they are looked up. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  private final Fleet fleet;
  private final Clock clock;
  private final Reach reach;

  ClustersController(Fleet fleet, Clock clock, Reach reach) {
    this.fleet = fleet;
    this.clock = clock;
    this.reach = reach;
  }

  @GetMapping
  @Operation(
      summary = "All clusters, by DCS and name",
      description = "One line a cluster; those of a DCS out of sight are as they were last seen.")
  @ApiResponse(responseCode = "200", description = "The clusters")
  @ApiResponse(
      responseCode = "400",
      description = "The DCS's name is none",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  List<ClusterLine> clusters(
      @Parameter(description = "Only the clusters of this DCS") @RequestParam(required = false)
          @Nullable String dcs) {
    if (dcs != null) {
      checked("DCS", dcs);
    }
    var now = clock.instant();
    return fleet.all().stream()
        .filter(state -> dcs == null || state.id().dcs().equals(dcs))
        .filter(state -> reach.covers(state.id()))
        .sorted(Comparator.comparing(ClusterState::id))
        .map(state -> ClusterLine.of(state, fleet.sight(state.id().dcs()), now))
        .toList();
  }

  @GetMapping("/{dcs}/{cluster}")
  @Operation(
      summary = "One cluster with its members",
      description =
          "The same values as `patronictl list`, with lags in bytes, and what the console knows"
              + " beside: absent members, anomalies, who could take over.")
  @ApiResponse(responseCode = "200", description = "The cluster")
  @ApiResponse(
      responseCode = "400",
      description = "A name that no DCS or cluster has",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(
      responseCode = "404",
      description = "No such cluster is known",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  ClusterAnswer cluster(
      @Parameter(description = "The DCS, as the inventory names it", example = "lab") @PathVariable
          String dcs,
      @Parameter(description = "The cluster: Patroni's scope", example = "maincluster")
          @PathVariable
          String cluster) {
    checked("DCS", dcs);
    checked("cluster", cluster);
    return fleet
        .cluster(new ClusterId(dcs, cluster))
        .filter(state -> reach.covers(state.id()))
        .map(state -> ClusterAnswer.of(state, fleet.sight(dcs), clock.instant()))
        .orElseThrow(
            () ->
                problem(
                    HttpStatus.NOT_FOUND,
                    "No cluster “%s” is known in the DCS “%s”. GET /api/v1/clusters lists them."
                        .formatted(cluster, dcs)));
  }

  private static void checked(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw problem(
          HttpStatus.BAD_REQUEST,
          "The name of a %s begins with a letter or digit and has at most 63 of letters, digits,"
                  .formatted(what)
              + " “.”, “_” and “-”.");
    }
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
