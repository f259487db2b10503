package dev.bascule.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench writes to etcd: nothing but a lab's own etcd is good enough. */
class BenchLabTest {
  @TempDir Path directory;

  private Path described(String network, String endpoints, Path pki) throws IOException {
    var state = Files.createDirectories(directory.resolve("state"));
    Files.createDirectories(state.resolve("hosts"));
    Files.writeString(state.resolve("etcd-auth"), "");
    return Files.write(
        directory.resolve("lab.env"),
        List.of(
            "LAB_STATE=" + state,
            "LAB_PKI=" + pki,
            "LAB_NET=" + network,
            "LAB_ETCD_ENDPOINTS=" + endpoints));
  }

  private Path pki() {
    return directory.resolve("state").resolve("pki");
  }

  @Test
  void takesALab() throws IOException {
    var lab =
        BenchLab.read(
            described("10.77.2.0/24", "https://10.77.2.11:2379,https://10.77.2.12:2379", pki()));
    assertThat(lab.endpoints()).hasSize(2);
  }

  @Test
  void refusesAnEtcdOutsideOfTheLabsNetwork() throws IOException {
    var file =
        described("10.77.2.0/24", "https://10.77.2.11:2379,https://etcd.example.org:2379", pki());
    assertThatThrownBy(() -> BenchLab.read(file))
        .isInstanceOf(BenchLab.Refused.class)
        .hasMessageContaining("is for the lab alone");
  }

  @Test
  void refusesANetworkThatIsNoLabs() throws IOException {
    var file = described("10.20.0.0/24", "https://10.20.0.11:2379", pki());
    assertThatThrownBy(() -> BenchLab.read(file)).isInstanceOf(BenchLab.Refused.class);
  }

  @Test
  void refusesCertificatesFromElsewhere() throws IOException {
    var file =
        described("10.77.2.0/24", "https://10.77.2.11:2379", directory.resolve("production"));
    assertThatThrownBy(() -> BenchLab.read(file)).isInstanceOf(BenchLab.Refused.class);
  }

  @Test
  void refusesAStateThatIsNotThere() throws IOException {
    var file = described("10.77.2.0/24", "https://10.77.2.11:2379", pki());
    Files.delete(directory.resolve("state").resolve("etcd-auth"));
    assertThatThrownBy(() -> BenchLab.read(file)).isInstanceOf(BenchLab.Refused.class);
  }

  @Test
  void ranksPercentilesToTheNextValue() {
    var hundred = java.util.stream.IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
    assertThat(Moments.percentile(hundred, 0.5)).isEqualTo(50);
    assertThat(Moments.percentile(hundred, 0.95)).isEqualTo(95);
    assertThat(Moments.percentile(List.of(7.0), 0.99)).isEqualTo(7);
  }
}
