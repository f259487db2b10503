package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.LoneProbe;
import dev.bascule.patroni.rest.RestIdentity;
import dev.bascule.patroni.rest.RestTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who measures an interruption must not make one: the probe and keepalived's check, which holds the
 * address where it is, are answered by the same few threads of Patroni.
 */
class KeepalivedScenario {
  /** What keepalived does, again and again, as fast as it goes; says when it fails. */
  private static final String CHECKS =
      """
      check=$(sed -n 's/^ *script "\\(.*\\)"/\\1/p' /etc/keepalived/keepalived.conf)
      for i in $(seq 100); do $check || echo "check $i failed: $?"; done
      """;

  private final Lab lab = Lab.ready();
  private final MainCluster cluster = new MainCluster(lab);

  @Test
  void keepsTheAddressWhileTheProbeAsks() {
    cluster.awaitWhole();
    var leader = cluster.leader();
    var heir = cluster.others(leader).getFirst();
    var before = turns();

    try (var probe = LoneProbe.start(new MemberName(leader), targets())) {
      assertThat(lab.exec(leader, "bash", "-c", CHECKS)).isEmpty();
      assertThat(turns()).isEqualTo(before);

      // and through a switchover it turns once on either side, as it has to
      cluster.patronictl(
          leader, "switchover", "maincluster", "--leader", leader, "--candidate", heir, "--force");
      cluster.awaitWhole();
      assertThat(lab.exec(heir, "bash", "-c", CHECKS)).isEmpty();
      assertThat(probe.report().interruption()).isNotNull();
      assertThat(probe.report().samples()).hasSizeGreaterThan(200);
    }
    var expected = new TreeMap<>(before);
    expected.merge(leader, 1L, Long::sum);
    expected.merge(heir, 1L, Long::sum);
    assertThat(turns()).isEqualTo(expected);
  }

  /** How often the check's answer turned on each host, by keepalived's own log. */
  private Map<String, Long> turns() {
    return lab.nodes().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                node ->
                    lab.exec(node, "journalctl", "-u", "keepalived", "-o", "cat", "--no-pager")
                        .lines()
                        .filter(line -> line.contains("VRRP_Script(check_patroni_primary)"))
                        .count()));
  }

  private Map<MemberName, RestTarget> targets() {
    var identity = new RestIdentity(pem("ca-cert"), pem("console-cert"), pem("console-key"));
    return lab.nodes().stream()
        .collect(
            Collectors.toMap(
                MemberName::new,
                node ->
                    RestTarget.of("https://" + lab.address(node) + ":8008/patroni", identity)
                        .orElseThrow()));
  }

  private String pem(String name) {
    try {
      return Files.readString(Path.of(lab.fact("LAB_PKI"), name + ".pem"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
