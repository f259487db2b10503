package dev.bascule.pglift.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Recorded;
import dev.bascule.pglift.ServerFacts;
import dev.bascule.pglift.Sessions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pglift and psql print, recorded and broken. */
class WordsTest {
  @Test
  void readsTheVersion() {
    assertThat(Words.version("pglift version 3.3.0\n")).contains("3.3.0");
    assertThat(Words.version("bash: pglift: command not found\n")).isEmpty();
  }

  @Test
  void readsInstances() {
    assertThat(Words.instances(Recorded.of("instance-list-json").output()))
        .contains(
            List.of(
                new Instance(new InstanceName("15", "main"), 5432, "/pgdata/15/main/data", true)));
  }

  @Test
  void leavesOutWhatIsNoInstance() {
    assertThat(
            Words.instances(
                "[{\"name\": \"../x\", \"version\": \"15\"}, 3, null,"
                    + " {\"name\": \"main\", \"version\": \"17\", \"status\": \"not_running\"}]"))
        .contains(List.of(new Instance(new InstanceName("17", "main"), 0, "", false)));
  }

  @Test
  void readsTheEnvironment() {
    var env = Words.environment(Recorded.of("instance-env-json").output()).orElseThrow();
    assertThat(env.scope()).contains("maincluster");
    assertThat(env.member()).contains("srv-pg2");
    assertThat(env.configFile()).contains("/etc/patroni/15-main.yaml");
    assertThat(env.dataDirectory()).contains("/pgdata/15/main/data");
    assertThat(env.port()).contains("5432");
  }

  @Test
  void leavesOutWhatIsNoVariable() {
    var env =
        Words.environment("{\"A=B; rm\": \"x\", \"LD_X\": \"a\\nb\", \"N\": {}, \"OK\": \"1\"}");
    assertThat(env.orElseThrow().values()).containsOnlyKeys("OK");
  }

  @Test
  void readsSettingsOnlyWhenTheyAreSettings() {
    assertThat(Words.settings(Recorded.of("site-settings-json").output())).isPresent();
    assertThat(Words.settings("Error: invalid site settings")).isEmpty();
    assertThat(Words.settings("[".repeat(100_000))).isEmpty();
    assertThat(Words.settings("")).isEmpty();
  }

  @Test
  void readsSessions() {
    var sessions =
        Words.sessions(
            """
            {"applications": [{"name": "shop", "user": "app", "sessions": 12, "active": 3}],
             "longest": [{"pid": 7, "application": "psql", "user": "dba", "age": 3723}],
             "prepared": 2, "backups": 1}
            """);
    assertThat(sessions)
        .contains(
            new Sessions(
                List.of(new Sessions.Application("shop", "app", 12, 3)),
                List.of(new Sessions.OpenTransaction(7, "psql", "dba", Duration.ofSeconds(3723))),
                2,
                1));
    assertThat(Words.sessions("{}")).isEmpty();
  }

  @Test
  void readsWhatAServerIs() {
    assertThat(
            Words.facts(
                "{\"inRecovery\" : true, \"dataDirectory\" : \"/d\", \"systemIdentifier\" :"
                    + " \"7711\", \"version\" : 150020, \"checksums\" : true, \"walLogHints\" :"
                    + " false}"))
        .contains(new ServerFacts(true, "/d", "7711", 150020, true, false));
    assertThat(Words.facts("psql: error")).isEmpty();
  }
}
