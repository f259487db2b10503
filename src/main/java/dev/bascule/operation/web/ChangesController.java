package dev.bascule.operation.web;

import dev.bascule.access.CurrentActor;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestQuery;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Requests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** The changes for programs: reading only, as far as the caller may see them. */
@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "changes", description = "What was asked for, agreed to, run and measured")
class ChangesController {
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 512;

  private final Requests requests;
  private final CurrentActor actor;
  private final English english;

  ChangesController(Requests requests, CurrentActor actor, English english) {
    this.requests = requests;
    this.actor = actor;
    this.english = english;
  }

  @GetMapping
  @Operation(summary = "Changes, newest first")
  @ApiResponse(responseCode = "200", description = "A page of changes")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter says nothing that exists",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  ChangesPage changes(
      @Parameter(description = "Only of clusters of this DCS") @RequestParam(required = false)
          @Nullable String dcs,
      @Parameter(description = "Only of clusters of this name") @RequestParam(required = false)
          @Nullable String cluster,
      @Parameter(description = "Only in these states; may be given more than once")
          @RequestParam(required = false)
          @Nullable List<String> state,
      @Parameter(description = "Only with a lower number than this") @RequestParam(required = false)
          @Nullable Long before,
      @Parameter(description = "How many at most, 1 to 200") @RequestParam(defaultValue = "50")
          int limit) {
    if (limit < 1 || limit > MOST) {
      throw problem(HttpStatus.BAD_REQUEST, "The limit lies between 1 and " + MOST + ".");
    }
    if (before != null && before < 1) {
      throw problem(HttpStatus.BAD_REQUEST, "“before” is the number of a change, 1 or more.");
    }
    var query =
        new RequestQuery(
            bounded("dcs", dcs),
            bounded("cluster", cluster),
            states(state),
            before == null ? Long.MAX_VALUE : before);
    var found = requests.search(actor.get(), query, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    return new ChangesPage(
        shown.stream().map(line -> ChangeLine.of(line, english.speech())).toList(),
        found.size() > limit ? shown.getLast().id().value() : null);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One change: votes, checks, steps, outcome, measurements")
  @ApiResponse(responseCode = "200", description = "The change")
  @ApiResponse(
      responseCode = "404",
      description = "No such change, or none that the caller may see",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  ChangeAnswer change(@Parameter(description = "Its number", example = "1") @PathVariable long id) {
    var found = id < 1 ? null : requests.find(actor.get(), new RequestId(id)).orElse(null);
    if (found == null) {
      throw problem(
          HttpStatus.NOT_FOUND,
          "There is no change %d that you may see. GET /api/v1/changes lists them.".formatted(id));
    }
    return ChangeAnswer.of(found, english.speech());
  }

  private static @Nullable String bounded(String what, @Nullable String name) {
    if (name != null && (name.isEmpty() || name.length() > LONGEST_NAME)) {
      throw problem(
          HttpStatus.BAD_REQUEST, "“%s” has 1 to %d characters.".formatted(what, LONGEST_NAME));
    }
    return name;
  }

  private static Set<RequestState> states(@Nullable List<String> named) {
    var states = EnumSet.noneOf(RequestState.class);
    for (String name : named == null ? List.<String>of() : named) {
      states.add(
          Arrays.stream(RequestState.values())
              .filter(state -> state.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      problem(
                          HttpStatus.BAD_REQUEST,
                          "A state is one of " + Arrays.toString(RequestState.values()) + ".")));
    }
    return states;
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
