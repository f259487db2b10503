package dev.bascule.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log as a program asks for it. */
class AuditControllerTest implements AuditSearch, CurrentActor {
  private static final Actor PROGRAM =
      Actor.token("ci", Scope.of(Set.of("development")), "10.0.0.5");
  private static final AuditEntry ENTRY =
      new AuditEntry(
          7,
          Instant.parse("2026-11-23T02:14:07.123456Z"),
          Actor.Kind.PERSON,
          new UUID(0, 1),
          "dana",
          "10.0.0.7",
          "switchover.approved",
          new AuditSubject("cluster", "lab/maincluster", "<b>maincluster</b>", "development"),
          AuditResult.DONE,
          "{\"comment\":\"fine\"}",
          "0".repeat(64),
          "f".repeat(64));

  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new AuditController(this, this))
          .setControllerAdvice(new Problems())
          .build();
  private @Nullable AuditQuery query;
  private long before;
  private int limit;
  private boolean slow;

  @RestControllerAdvice
  static final class Problems extends ResponseEntityExceptionHandler {}

  @Test
  void answersEveryFieldAsText() throws Exception {
    JsonNode page = JsonMapper.shared().readTree(get("").getContentAsByteArray());
    JsonNode entry = page.get("entries").get(0);
    assertThat(entry.get("seq").asLong()).isEqualTo(7);
    assertThat(entry.get("at").asString()).isEqualTo("2026-11-23T02:14:07.123456Z");
    assertThat(entry.get("actor").get("name").asString()).isEqualTo("dana");
    assertThat(entry.get("subject").get("display").asString()).isEqualTo("<b>maincluster</b>");
    assertThat(entry.get("detail").asString()).isEqualTo("{\"comment\":\"fine\"}");
    assertThat(entry.get("hash").asString()).isEqualTo("f".repeat(64));
    assertThat(page.get("next").asLong()).isEqualTo(7);
    assertThat(before).isEqualTo(Long.MAX_VALUE);
    assertThat(limit).isEqualTo(100);
  }

  @Test
  void asksForWhatTheParametersSay() throws Exception {
    get(
        "?from=2026-11-23T02:00:00%2B01:00&to=2026-11-23T03:00:00Z&actor=dana&action=switchover."
            + "&subjectKind=cluster&subjectId=lab/maincluster&result=DONE&text=100%25&before=9&limit=500");
    assertThat(query)
        .isEqualTo(
            new AuditQuery(
                Instant.parse("2026-11-23T01:00:00Z"),
                Instant.parse("2026-11-23T03:00:00Z"),
                "dana",
                "switchover.",
                "cluster",
                "lab/maincluster",
                AuditResult.DONE,
                "100%"));
    assertThat(before).isEqualTo(9);
    assertThat(limit).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0",
    "limit=501",
    "limit=-1",
    "limit=x",
    "limit=99999999999999999999",
    "before=0",
    "before=1.5",
    "from=yesterday",
    "from=2026-11-23",
    "from=-99999-01-01T00:00:00Z",
    "to=12345-01-01T00:00:00Z",
    "result=done",
    "result=%00",
    "acton=x",
    "action[]=x"
  })
  void refusesWhatCanNotBe(String parameter) throws Exception {
    MockHttpServletResponse answer = get("?" + parameter);
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("detail").doesNotContain("Exception");
    assertThat(query).as("nothing was asked").isNull();
  }

  @Test
  void refusesTextsThatAreTooLong() throws Exception {
    for (String name : List.of("actor", "action", "subjectKind", "subjectId", "text")) {
      assertThat(get("?" + name + "=" + "x".repeat(401)).getStatus()).isEqualTo(400);
    }
  }

  @Test
  void saysWhenItWasGivenUp() throws Exception {
    slow = true;
    MockHttpServletResponse answer = get("?text=x");
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
  }

  private MockHttpServletResponse get(String parameters) throws Exception {
    return mvc.perform(
            MockMvcRequestBuilders.get(java.net.URI.create("/api/v1/audit" + escaped(parameters))))
        .andReturn()
        .getResponse();
  }

  private static String escaped(String parameters) {
    return parameters.replace("[", "%5B").replace("]", "%5D");
  }

  @Override
  public AuditPage search(Actor actor, AuditQuery asked, long from, int most) {
    assertThat(actor).isEqualTo(PROGRAM);
    if (slow) {
      throw new TookTooLong(new IllegalStateException());
    }
    query = asked;
    before = from;
    limit = most;
    return new AuditPage(List.of(ENTRY), OptionalLong.of(7));
  }

  @Override
  public Actor get() {
    return PROGRAM;
  }

  @Override
  public Optional<Actor> find() {
    return Optional.of(PROGRAM);
  }
}
