package dev.bascule.pglift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The environment of an instance keeps its secrets to itself. */
class InstanceEnvTest {
  private static final InstanceEnv ENV =
      new InstanceEnv(Map.of("PGPASSWORD", "s3cret", "PATRONI_SCOPE", "maincluster"));

  @Test
  void showsNoPassword() {
    assertThat(ENV.toString()).doesNotContain("s3cret").contains("maincluster");
    assertThat(ENV.masked()).containsEntry("PGPASSWORD", "********");
  }

  @Test
  void givesCommandsNoPassword() {
    assertThat(ENV.withoutSecrets()).containsOnlyKeys("PATRONI_SCOPE");
    assertThat(ENV.password()).contains("s3cret");
  }
}
