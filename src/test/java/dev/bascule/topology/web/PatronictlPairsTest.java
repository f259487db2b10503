package dev.bascule.topology.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.support.Samples;
import dev.bascule.topology.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the API says equals what patronictl and Patroni's REST said at the same moment. */
class PatronictlPairsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @CsvSource({
    "02-switchover-1, list-json",
    "02-switchover-1, list-extended-json",
    "04-scheduled-switchover, list-scheduled-switchover-json",
    "06-pending-restart, list-pending-restart-json",
    "07-paused, list-paused-json",
    "09-sync-mode, list-sync-json",
    "09c-quorum-mode, list-quorum-json",
    "16-after-failover, list-after-failover-json",
    "30-lag, list-lag-json"
  })
  void equalsPatronictlsJson(String moment, String list) {
    var printed =
        JSON.readValue(Samples.patronictl(list), new TypeReference<List<Map<String, Object>>>() {});
    var mapped = PatronictlForm.json(Api.says(Recorded.at(moment)));
    // through JSON, so that numbers are numbers and the order of fields doesn't matter
    assertThat(JSON.readTree(JSON.writeValueAsString(mapped)))
        .isEqualTo(JSON.readTree(JSON.writeValueAsString(printed)));
  }

  @ParameterizedTest
  @CsvSource({
    "02-switchover-1, maincluster, list-pretty, false",
    "02-switchover-1, maincluster, list-timestamp, false",
    "02-switchover-1, maincluster, list-extended, true",
    "04-scheduled-switchover, maincluster, list-scheduled-switchover, false",
    "06-pending-restart, maincluster, list-pending-restart, false",
    "06-pending-restart, maincluster, list-pending-restart-extended, true",
    "06b-scheduled-restart, maincluster, list-scheduled-restart, true",
    "06c-bad-parameter-value, maincluster, list-bad-parameter, false",
    "07-paused, maincluster, list-paused, false",
    "09-sync-mode, maincluster, list-sync, false",
    "09b-sync-mode-strict-2, maincluster, list-sync-2, false",
    "09c-quorum-mode, maincluster, list-quorum, false",
    "15-leader-dead-before-ttl, maincluster, list-leader-dead, false",
    "16-after-failover, maincluster, list-after-failover, false",
    "16-after-failover, maincluster, list-on-dead-node, false",
    "17-after-rejoin, maincluster, list-after-rejoin, false",
    "19-after-drop-replica, shopcluster, list-after-drop-replica, false",
    "30-lag, maincluster, list-lag, false"
  })
  void equalsPatronictlsTable(String moment, String cluster, String list, boolean extended) {
    assertThat(PatronictlForm.table(Api.says(Recorded.at(moment, cluster)), extended))
        .isEqualTo(PatronictlTable.read(Samples.patronictl(list)));
  }

  @ParameterizedTest
  @CsvSource({
    "01-bootstrapped, leader-get-cluster",
    "01-bootstrapped, replica-get-cluster",
    "04-scheduled-switchover, cluster-scheduled-switchover",
    "06-pending-restart, pending-restart-get-cluster",
    "06b-scheduled-restart, cluster-scheduled-restart",
    "07-paused, paused-get-cluster",
    "09-sync-mode, sync-get-cluster",
    "09c-quorum-mode, quorum-get-cluster",
    "15-leader-dead-before-ttl, leader-dead-get-cluster",
    "16-after-failover, after-failover-get-cluster",
    "30-lag, lag-get-cluster"
  })
  void equalsPatronisRestToTheByte(String moment, String answer) {
    var theirs = JSON.readTree(Samples.rest(answer));
    var ours = Api.says(Recorded.at(moment));
    assertThat(RestForm.ours(ours)).isEqualTo(RestForm.patronis(theirs));
    assertThat(ours.get("cluster").stringValue()).isEqualTo(theirs.get("scope").stringValue());
    assertThat(ours.get("paused").booleanValue()).isEqualTo(theirs.has("pause"));
    assertThat(ours.get("scheduledSwitchover").isNull())
        .isEqualTo(!theirs.has("scheduled_switchover"));
  }
}
