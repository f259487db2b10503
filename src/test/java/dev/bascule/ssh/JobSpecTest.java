package dev.bascule.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job's secrets travel over standard input alone. */
class JobSpecTest {
  private static JobSpec spec(Argv program, Map<String, String> environment) {
    return new JobSpec(
        program,
        environment,
        "s3cret".getBytes(StandardCharsets.UTF_8),
        null,
        Duration.ofSeconds(5),
        List.of("s3cret"));
  }

  @Test
  void refusesASecretInItsArguments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(Argv.of("pglift", "--surole-password=s3cret"), Map.of()));
  }

  @Test
  void refusesASecretInItsEnvironment() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(Argv.of("psql"), Map.of("PGPASSWORD", "s3cret")));
  }

  @Test
  void showsNoInput() {
    assertThat(spec(Argv.of("cat"), Map.of()).toString()).isEqualTo("cat");
  }
}
