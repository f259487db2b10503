package dev.bascule.topology.web;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemoryFleet;
import dev.bascule.topology.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over a fleet that is what a test says, asked as a program asks it. */
final class Api {
  static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

  private static final Api SHARED = new Api();

  final MemoryFleet fleet = new MemoryFleet();

  /** Clusters that the caller may not see. */
  final Set<ClusterId> outOfReach = new HashSet<>();

  final MockMvc mvc;

  Api() {
    mvc =
        MockMvcBuilders.standaloneSetup(
                new ClustersController(
                    fleet, Clock.fixed(NOW, ZoneOffset.UTC), id -> !outOfReach.contains(id)))
            .setControllerAdvice(new Problems())
            .build();
  }

  /** What it says of a cluster that is so. */
  static JsonNode says(ClusterState state) {
    SHARED.fleet.show(state);
    SHARED.fleet.see(
        state.id().dcs(), new Sight.InSight(NOW.minusMillis(400), 9_000, Duration.ofMillis(3)));
    return SHARED.get("/api/v1/clusters/" + state.id().dcs() + "/" + state.id().cluster());
  }

  JsonNode get(String path) {
    try {
      var answer = mvc.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
      if (answer.getStatus() != 200) {
        throw new AssertionError(answer.getStatus() + ": " + answer.getContentAsString());
      }
      return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** As Spring Boot sets it up for the application. */
  @RestControllerAdvice
  static final class Problems extends ResponseEntityExceptionHandler {}
}
