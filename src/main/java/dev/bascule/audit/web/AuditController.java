package dev.bascule.audit.web;

import dev.bascule.access.CurrentActor;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for programs. */
@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit", description = "The append-only log of all that was done or refused")
class AuditController {
  private final AuditSearch search;
  private final CurrentActor actor;

  AuditController(AuditSearch search, CurrentActor actor) {
    this.search = search;
    this.actor = actor;
  }

  @GetMapping
  @Operation(
      summary = "Entries, newest first",
      description =
          "Everything given must match. A token whose scope names environments sees what belongs to"
              + " these, and what it did itself. To read on, give `next` as `before`.")
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = "The earliest time, inclusive, with its offset from UTC",
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = "The latest time, exclusive, with its offset from UTC",
      schema = @Schema(type = "string", format = "date-time"))
  @Parameter(
      name = "actor",
      in = ParameterIn.QUERY,
      description = "A part of the name of who acted",
      schema = @Schema(type = "string", maxLength = 200))
  @Parameter(
      name = "action",
      in = ParameterIn.QUERY,
      description = "The beginning of the action's code",
      example = "switchover.",
      schema = @Schema(type = "string", maxLength = 200))
  @Parameter(
      name = "subjectKind",
      in = ParameterIn.QUERY,
      description = "What kind of thing it is about, exactly",
      example = "cluster",
      schema = @Schema(type = "string", maxLength = 50))
  @Parameter(
      name = "subjectId",
      in = ParameterIn.QUERY,
      description = "What it is about, exactly",
      example = "lab/maincluster",
      schema = @Schema(type = "string", maxLength = 400))
  @Parameter(
      name = "result",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"INTENT", "DONE", "REFUSED", "FAILED", "UNKNOWN"}))
  @Parameter(
      name = "text",
      in = ParameterIn.QUERY,
      description = "A part of any text, taken literally",
      schema = @Schema(type = "string", maxLength = 200))
  @Parameter(
      name = "before",
      in = ParameterIn.QUERY,
      description = "Only entries with a lower number",
      schema = @Schema(type = "integer", format = "int64", minimum = "1"))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "integer",
              format = "int32",
              minimum = "1",
              maximum = "500",
              defaultValue = "100"))
  @ApiResponse(responseCode = "200", description = "A page of entries")
  @ApiResponse(
      responseCode = "400",
      description = "A parameter that can't be, or that there is none of that name",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @ApiResponse(
      responseCode = "503",
      description = "It could not be answered within 2 s; a narrower search may be",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  EntryAnswer.Page entries(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    Asked asked = Asked.of(parameters);
    AuditPage page = search.search(actor.get(), asked.query(), asked.before(), asked.limit());
    return EntryAnswer.Page.of(page.entries(), page.next());
  }

  @ExceptionHandler
  ProblemDetail tookTooLong(AuditSearch.TookTooLong given) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The search was given up after 2 s. A shorter time range or fewer texts may be answered.");
  }
}
