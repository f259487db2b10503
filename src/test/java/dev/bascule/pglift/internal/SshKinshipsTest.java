package dev.bascule.pglift.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Manifest;
import dev.bascule.pglift.SiteRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a new member takes over, and the manifest that it goes into. */
class SshKinshipsTest {
  private static final SiteRules RULES =
      new SiteRules("local/local", List.of(), List.of("postgres", "replication", "backup"));
  private static final String PATRONI =
      """
      scope: maincluster
      etcd3: {username: patroni, password: dcs-secret}
      postgresql:
        authentication:
          superuser: {username: postgres, password: 'su "quoted" \\ é'}
          replication: {username: replication, password: repl-secret}
      """;
  private static final String PASSWORDS =
      """
      # written by pglift
      *:5433:*:backup:other
      *:5432:*:backup:with\\:colon
      """;

  private static Kinship read(String configuration) {
    return SshKinships.of(configuration, PASSWORDS, "main-app", "5432", RULES).orElseThrow();
  }

  @Test
  void readsThePasswordsOfTheMemberThatIsThere() {
    Kinship kinship = read(PATRONI);
    assertThat(kinship.etcdUser()).isEqualTo("patroni");
    assertThat(kinship.secrets())
        .containsEntry(Manifest.REPLICATION, "repl-secret")
        .containsEntry(Manifest.BACKUP, "with:colon")
        .containsEntry(Manifest.ETCD, "dcs-secret")
        .doesNotContainKey(Manifest.API);
  }

  @Test
  void showsNone() {
    assertThat(read(PATRONI).toString()).doesNotContain("secret\"", "repl-secret", "quoted");
    assertThat(read(PATRONI).blank().secrets().values()).containsOnly("");
  }

  @Test
  void takesNothingForAConfigurationThatIsNone() {
    for (String text :
        List.of("", "[]", "scope: [", "- a", "!!java.net.URL ['http://x']", "a: &a [*a, *a]")) {
      assertThat(SshKinships.of(text, null, null, "5432", RULES)).as(text).isEmpty();
    }
  }

  @Test
  void thePasswordsComeBackFromTheManifestAsTheyWere() {
    Kinship kinship = read(PATRONI);
    var member =
        new Manifest.Member(
            new InstanceName("15", "main"), 5432, "maincluster", "srv-pg4", "fd00::4", 8008);
    String shown = Manifest.of(member, kinship.blank());
    assertThat(shown).isEqualTo(Manifest.of(member, kinship)).doesNotContain("dcs-secret");
    Map<String, Object> sent = new Yaml().load(Manifest.filled(shown, kinship.secrets()));
    assertThat(sent)
        .containsEntry("version", "15")
        .containsEntry("surole_password", "su \"quoted\" \\ é")
        .containsEntry("pgbackrest", Map.of("stanza", "main-app", "password", "with:colon"));
    assertThat(shown).contains("connect_address: \"[fd00::4]:8008\"");
    assertThatThrownBy(() -> Manifest.filled(shown, new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
