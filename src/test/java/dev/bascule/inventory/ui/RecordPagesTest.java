package dev.bascule.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of clusters, the environments, and the console's own SSH key. */
class RecordPagesTest extends InventoryPages {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");
  private static final String PAGE = "inventory/lab/maincluster";

  @BeforeEach
  void appear() {
    inventory.clusters().appeared(Set.of(MAIN));
  }

  private void member(String name, @Nullable Instant absentSince) {
    inventory
        .members()
        .keep(
            MAIN,
            List.of(
                new MemberRecord(
                    new MemberName(name),
                    "replica",
                    "10.77.0.11",
                    5432,
                    null,
                    Instant.now(),
                    absentSince)));
  }

  private ClusterDetails kept() {
    return inventory.clusters().find(MAIN).orElseThrow().details();
  }

  @Test
  void keepsWhoAClusterBelongsTo() {
    navigate(PAGE, ClusterRecordView.class);
    type("inventory.cluster.owner", "Équipe données 🐘");
    type("inventory.cluster.onCall", "+33 1 00 00 00 00");
    type("inventory.cluster.runbook", "https://wiki.example/main");
    type("inventory.cluster.tags", "payment, , gold ");
    type("inventory.cluster.entryPointAddress", "10.77.0.100");
    clickFirst(text("inventory.save"));
    assertThat(kept().owner()).isEqualTo("Équipe données 🐘");
    assertThat(kept().runbook()).isEqualTo("https://wiki.example/main");
    assertThat(kept().tags()).containsExactly("gold", "payment");
    assertThat(inventory.clusters().find(MAIN).orElseThrow().entryPoint()).isPresent();
    assertThat(shown()).contains(text("inventory.saved"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "http://wiki.example",
        "https://",
        "//wiki.example",
        "https://user:secret@wiki.example/",
        "data:text/html,<script>alert(1)</script>",
        "java\tscript:alert(1)",
        "vbscript:x",
        "https:alert(1)"
      })
  void aRunbookIsAnHttpsAddress(String runbook) {
    refuses("inventory.cluster.runbook", runbook);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a; rm -rf /", "10.77.0.256", "-x"})
  void anEntryPointIsAnAddressOrAName(String address) {
    refuses("inventory.cluster.entryPointAddress", address);
  }

  private void refuses(String labelKey, String value) {
    navigate(PAGE, ClusterRecordView.class);
    type(labelKey, value);
    clickFirst(text("inventory.save"));
    assertThat(field(labelKey).isInvalid()).isTrue();
    assertThat(field(labelKey).getErrorMessage()).doesNotStartWith("!");
    assertThat(kept()).isEqualTo(ClusterDetails.NONE);
  }

  @Test
  void saysSoWhenSomebodyElseWasFaster() {
    navigate(PAGE, ClusterRecordView.class);
    inventory
        .clusters()
        .describe(
            dev.bascule.inventory.internal.FurnishedInventory.ADMIN,
            MAIN,
            inventory.clusters().find(MAIN).orElseThrow().version(),
            new ClusterDetails("", "paris", "", "", "", null, "", Set.of(), null));
    type("inventory.cluster.site", "lyon");
    clickFirst(text("inventory.save"));
    assertThat(shown()).contains(text("inventory.trouble.changed"));
    assertThat(kept().site()).isEqualTo("paris");
  }

  @Test
  void whoMayOnlyLookReadsFactsInsteadOfAForm() {
    signIn(Scope.all(), Right.VIEW);
    navigate(PAGE, ClusterRecordView.class);
    assertThat(find(TextField.class).exists()).isFalse();
    assertThat(offers(text("inventory.save"))).isFalse();
    assertThat(shown()).contains("production");
  }

  @Test
  void aClusterOutOfReachIsNotThere() {
    signIn(Scope.of(Set.of("development")), Right.VIEW, Right.MANAGE_INVENTORY);
    assertThat(isThere(PAGE)).isFalse();
    navigate(ClusterRecordsView.class);
    assertThat(sent()).doesNotContain("maincluster");
  }

  @Test
  void onlyAnAbsentMemberCanBeRetired() {
    member("srv-pg1", null);
    navigate(PAGE, ClusterRecordView.class);
    assertThat(offers(text("inventory.expected.retire"))).isFalse();

    member("srv-pg1", Instant.now().minus(Duration.ofHours(3)));
    navigate("inventory", ClusterRecordsView.class);
    navigate(PAGE, ClusterRecordView.class);
    assertThat(offers(text("inventory.cluster.forget"))).as("while one is expected").isFalse();
    click(text("inventory.expected.retire"));
    find(TextField.class).all().getLast().setValue("srv-pg1");
    click(text("inventory.expected.retire.do"));

    assertThat(inventory.members().of(MAIN)).isEmpty();
    assertThat(inventory.audited()).contains("member.retired");
  }

  @Test
  void aClusterOfWhichNobodyIsExpectedCanBeForgotten() {
    navigate(PAGE, ClusterRecordView.class);
    click(text("inventory.cluster.forget"));
    find(TextField.class).all().getLast().setValue("maincluster");
    click(text("inventory.cluster.forget.do"));
    assertThat(inventory.clusters().find(MAIN)).isEmpty();
  }

  @Test
  void anEnvironmentSaysAsWhomToLogIn() {
    navigate(EnvironmentsView.class);
    click(text("inventory.environments.add"));
    type("inventory.environment.name", "recette");
    type("inventory.environment.account", "dba");
    type("inventory.environment.owner", "postgres");
    click(text("inventory.save"));
    var recette = inventory.environments().find("recette").orElseThrow();
    assertThat(recette.account()).isEqualTo("dba");
    assertThat(recette.owner()).isEqualTo("postgres");
    assertThat(recette.production()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root; id", "-u", "$(id)", "Postgres", ""})
  void refusesWhatIsNoAccount(String account) {
    navigate(EnvironmentsView.class);
    click(text("inventory.environments.add"));
    type("inventory.environment.name", "recette");
    type("inventory.environment.account", account);
    click(text("inventory.save"));
    assertThat(field("inventory.environment.account").isInvalid()).isTrue();
    assertThat(inventory.environments().find("recette")).isEmpty();
  }

  @Test
  void anEnvironmentInUseStaysAndSaysWhy() {
    navigate(EnvironmentsView.class);
    test(find(com.vaadin.flow.component.button.Button.class)
            .withAriaLabel(text("inventory.remove") + ": production")
            .single())
        .click();
    assertThat(shown()).contains(text("inventory.unacceptable.environment.used", "production"));
    assertThat(inventory.environments().find("production")).isPresent();
  }

  @Test
  void showsThePublicHalfOfTheConsolesKeyAndWhereToPutIt() {
    navigate(SshKeyView.class);
    assertThat(shown()).contains(PUBLIC_KEY, "SHA256:console", "dba ALL=(postgres) NOPASSWD");
  }
}
