package dev.bascule.topology.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Recorded;
import dev.bascule.topology.Sight;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** The API for programs: what it answers, and what it answers to wrong input. */
class ClustersControllerTest {
  private static final String MAIN = "/api/v1/clusters/lab/maincluster";

  private final Api api = new Api();

  @Test
  void listsClustersByName() {
    api.fleet.show(Recorded.at("30-lag", "shopcluster"));
    api.fleet.show(Recorded.at("30-lag", "maincluster"));
    var list = api.get("/api/v1/clusters");
    assertThat(list.get(0).get("cluster").stringValue()).isEqualTo("maincluster");
    assertThat(list.get(0).get("severity").stringValue()).isEqualTo("warning");
    assertThat(list.get(0).get("anomalies").get(0).stringValue()).isEqualTo("replay-lag-above");
    assertThat(list.get(0).get("worstLag").longValue()).isEqualTo(29_031_896);
    assertThat(list.get(1).get("cluster").stringValue()).isEqualTo("shopcluster");
    assertThat(list.get(1).get("severity").stringValue()).isEqualTo("healthy");
    assertThat(list.get(1).get("canTakeOver").longValue()).isEqualTo(2);
  }

  @Test
  void listsOnlyTheClustersOfOneDcs() {
    api.fleet.show(Recorded.at("30-lag"));
    assertThat(api.get("/api/v1/clusters?dcs=lab")).hasSize(1);
    assertThat(api.get("/api/v1/clusters?dcs=elsewhere")).isEmpty();
  }

  @Test
  void hidesWhatTheCallersRightsDoNotReach() throws Exception {
    api.fleet.show(Recorded.at("30-lag", "shopcluster"));
    api.fleet.show(Recorded.at("30-lag", "maincluster"));
    api.outOfReach.add(new ClusterId("lab", "maincluster"));
    assertThat(api.get("/api/v1/clusters")).hasSize(1);
    api.mvc.perform(get(MAIN)).andExpect(status().isNotFound());
  }

  @Test
  void agesByTheLastSignOfLifeOfTheDcs() {
    api.fleet.show(Recorded.at("30-lag"));
    api.fleet.see("lab", new Sight.InSight(Api.NOW.minusMillis(400), 75, Duration.ofMillis(2)));
    var cluster = api.get(MAIN);
    assertThat(cluster.get("ageMillis").longValue()).isEqualTo(400);
    assertThat(cluster.get("sight").stringValue()).isEqualTo("in_sight");
    assertThat(cluster.get("revision").longValue()).isEqualTo(75);
  }

  @Test
  void growsOldWhileTheDcsIsOutOfSight() {
    api.fleet.show(Recorded.at("30-lag"));
    Instant last = Api.NOW.minusSeconds(90);
    api.fleet.see(
        "lab",
        new Sight.OutOfSight(
            Sight.Blindness.CONSOLE_CUT_OFF, last.plusSeconds(5), last, "TIMED_OUT"));
    var cluster = api.get(MAIN);
    assertThat(cluster.get("ageMillis").longValue()).isEqualTo(90_000);
    assertThat(cluster.get("sight").stringValue()).isEqualTo("out_of_sight");
  }

  @Test
  void saysWhichMemberIsAbsentSinceWhen() {
    api.fleet.show(Recorded.followed("16-after-failover", "maincluster").state());
    var members = api.get(MAIN).get("members");
    assertThat(members.get(0).get("absent").isNull()).isTrue();
    assertThat(members.get(1).get("name").stringValue()).isEqualTo("srv-pg2");
    assertThat(members.get(1).get("absent").get("lastRole").stringValue()).isEqualTo("leader");
    assertThat(members.get(1).get("absent").get("writability").stringValue()).isEqualTo("unknown");
  }

  @Test
  void answersNotFoundWithWhatToDo() throws Exception {
    api.mvc
        .perform(get("/api/v1/clusters/lab/nosuch"))
        .andExpect(status().isNotFound())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.status").value(404))
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "No cluster “nosuch” is known in the DCS “lab”. GET /api/v1/clusters lists"
                        + " them."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c",
        "--config=x",
        "a%3Brm%20-rf",
        "%3Cimg%20src=x%3E",
        "..",
        "%20",
        "a%00b",
        "${jndi:ldap:x}",
        "caf%C3%A9"
      })
  void refusesNamesThatNoClusterHas(String name) throws Exception {
    api.mvc
        .perform(get(URI.create("/api/v1/clusters/lab/" + encoded(name))))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(
            jsonPath("$.detail").value(org.hamcrest.Matchers.startsWith("The name of a cluster")));
    api.mvc
        .perform(get(URI.create("/api/v1/clusters/" + encoded(name) + "/maincluster")))
        .andExpect(status().isBadRequest());
    api.mvc
        .perform(get(URI.create("/api/v1/clusters?dcs=" + encoded(name))))
        .andExpect(status().isBadRequest());
  }

  @Test
  void refusesANameOf300Characters() throws Exception {
    api.mvc
        .perform(get("/api/v1/clusters/lab/" + "a".repeat(300)))
        .andExpect(status().isBadRequest());
  }

  private static String encoded(String name) {
    return name.replace("{", "%7B").replace("}", "%7D").replace("$", "%24");
  }
}
