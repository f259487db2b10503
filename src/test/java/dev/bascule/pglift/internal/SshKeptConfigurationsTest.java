package dev.bascule.pglift.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which of the files beside Patroni's configurations pglift kept of a dropped member. */
class SshKeptConfigurationsTest {
  /** As recorded on the lab after several drops. */
  private static final String LISTING =
      """
      15-main.yaml
      ptestcluster-srv-pg3-1795414919.722359.yaml
      ptestcluster-srv-pg3-1795414919.722359.pgpass
      ptestcluster-srv-pg3-995414919.1.yaml
      ptestcluster-srv-pg31-1795414920.1.yaml
      solocluster-srv-pg3-1795414174.4829152.yaml
      """;

  @Test
  void areTheMembersOwnTheOldestFirst() {
    assertThat(SshKeptConfigurations.files("/etc/patroni", LISTING, "ptestcluster", "srv-pg3"))
        .containsExactly(
            "/etc/patroni/ptestcluster-srv-pg3-995414919.1.yaml",
            "/etc/patroni/ptestcluster-srv-pg3-1795414919.722359.yaml");
    assertThat(SshKeptConfigurations.files("/etc/patroni", LISTING, "ptest.luster", "srv-pg3"))
        .isEmpty();
  }

  @Test
  void areWhereTheSettingsPutConfigurations() {
    assertThat(
            SshKeptConfigurations.directory(
                "{\"patroni\":{\"configpath\":\"/etc/patroni/{name}.yaml\"}}"))
        .contains("/etc/patroni");
    assertThat(SshKeptConfigurations.directory("{\"patroni\":null}")).isEmpty();
    assertThat(
            SshKeptConfigurations.directory(
                "{\"patroni\":{\"configpath\":\"/etc/{name}/patroni.yaml\"}}"))
        .isEmpty();
    assertThat(SshKeptConfigurations.directory("nothing")).isEmpty();
  }
}
