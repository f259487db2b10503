package dev.bascule.operation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.internal.World;
import dev.bascule.support.Database;
import dev.bascule.ui.BasculeI18N;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes as programs read them. */
class ChangesControllerTest {
  private final World world = new World(Database.H2.fresh());
  private Actor caller = Actor.token("robot", "");
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(
              new ChangesController(world.requests(), new Caller(), new English(new BasculeI18N())))
          .setControllerAdvice(new Problems())
          .build();

  @Test
  void tellsAChangeFromTheQuestionToItsMeasuredOutcome() throws Exception {
    world.switchesOver("srv-pg2");
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    var change = read("/api/v1/changes/" + id.value());
    assertThat(change.at("/change/state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(change.at("/change/sentence").stringValue())
        .isEqualTo("srv-pg2 becomes leader of maincluster; srv-pg1 restarts as its replica");
    assertThat(change.at("/votes/0/voter").stringValue()).isEqualTo("amir");
    assertThat(change.at("/votes/0/answer").stringValue()).isEqualTo("APPROVED");
    assertThat(change.at("/steps/0/argv/0").stringValue()).isEqualTo("patronictl");
    assertThat(change.at("/steps/0/progress").stringValue()).isEqualTo("FINISHED");
    assertThat(change.at("/report/interruptionMillis").longValue()).isEqualTo(1_512);
    assertThat(change.at("/outcome").stringValue())
        .isEqualTo("srv-pg2 leads, and srv-pg1 streams from it again");
  }

  @Test
  void pagesThroughTheList() throws Exception {
    RequestId first = world.asked(SampleCluster.to("srv-pg2"));
    RequestId second = world.asked(SampleCluster.to("srv-pg3"));
    var page = read("/api/v1/changes?limit=1");
    assertThat(page.at("/changes/0/id").longValue()).isEqualTo(second.value());
    var next = read("/api/v1/changes?limit=1&before=" + page.at("/nextBefore").longValue());
    assertThat(next.at("/changes/0/id").longValue()).isEqualTo(first.value());
    assertThat(next.at("/nextBefore").isNull()).isTrue();
    assertThat(read("/api/v1/changes?state=SUCCEEDED&state=FAILED").at("/changes")).isEmpty();
    assertThat(read("/api/v1/changes?state=REQUESTED&cluster=maincluster").at("/changes"))
        .hasSize(2);
  }

  @Test
  void showsNothingOfOtherEnvironments() throws Exception {
    RequestId id = world.asked(SampleCluster.to("srv-pg2"));
    caller =
        Actor.person(world.dana.id(), "eve", Set.of(Right.VIEW), Scope.of(Set.of("elsewhere")), "");
    assertThat(read("/api/v1/changes").at("/changes")).isEmpty();
    mvc.perform(get("/api/v1/changes/" + id.value())).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/changes?limit=0",
        "/api/v1/changes?limit=201",
        "/api/v1/changes?limit=x",
        "/api/v1/changes?before=0",
        "/api/v1/changes?state=WHATEVER",
        "/api/v1/changes?cluster=",
        "/api/v1/changes/abc"
      })
  void refusesWhatMeansNothing(String path) throws Exception {
    mvc.perform(get(path))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/changes/0", "/api/v1/changes/-1", "/api/v1/changes/999"})
  void knowsNoSuchChange(String path) throws Exception {
    mvc.perform(get(path))
        .andExpect(status().isNotFound())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
  }

  private JsonNode read(String path) throws Exception {
    var answer = mvc.perform(get(path)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.getContentAsByteArray());
  }

  private final class Caller implements CurrentActor {
    @Override
    public Actor get() {
      return caller;
    }

    @Override
    public Optional<Actor> find() {
      return Optional.of(caller);
    }
  }

  /** As Spring Boot sets it up for the application. */
  @RestControllerAdvice
  static final class Problems extends ResponseEntityExceptionHandler {}
}
