package dev.bascule.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteNotFoundError;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.dcs.DcsTest;
import dev.bascule.dcs.DcsTrouble;
import dev.bascule.dcs.TestPki;
import dev.bascule.inventory.DcsRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding, testing, changing and removing a DCS; its private keys are never on a page. */
class DcsPagesTest extends InventoryPages {
  private static final TestPki PKI = new TestPki("etcd ca");
  private static final TestPki.Issued OWN = PKI.client("console");

  private void blank() {
    navigate("infrastructure/dcs/new", DcsView.class);
    type("inventory.dcs.name", "west");
    area("inventory.dcs.endpoints").setValue("https://10.77.0.21:2379\nhttps://10.77.0.22:2379");
  }

  private TextArea area(String labelKey) {
    return find(TextArea.class).withLabel(text(labelKey)).all().getFirst();
  }

  private void give(String certificate, String key) {
    area("inventory.pem.ca").setValue(PKI.caPem());
    area("inventory.pem.certificate").setValue(certificate);
    area("inventory.pem.key").setValue(key);
  }

  private DcsRecord west() {
    return inventory.dcs().find("west").orElseThrow();
  }

  private void save() {
    click(text("inventory.save"));
    until(() -> getCurrentView() instanceof RouteNotFoundError);
    assertThat(inventory.dcs().find("west")).isPresent();
  }

  @Test
  void addsADcsInOneForm() {
    blank();
    give(OWN.certificatePem(), OWN.keyPem());
    save();
    assertThat(west().endpoints()).hasSize(2);
    assertThat(west().identity().certificate()).isNotNull();
    assertThat(west().rest()).as("the same towards Patroni's REST").isNotNull();
    assertThat(inventory.dcs().connection("west").keyPem()).isNotNull();
  }

  @Test
  void aPrivateKeyIsOnNoPageFromTheMomentItWasGiven() {
    var secret = OWN.keyPem().lines().skip(1).findFirst().orElseThrow();
    blank();
    give(OWN.certificatePem(), OWN.keyPem());
    assertThat(shown()).contains(text("inventory.pem.given"));
    assertThat(sent()).doesNotContain(secret);
    save();
    navigate("dcs/west", DcsView.class);
    assertThat(sent()).contains(text("inventory.pem.key.kept"));
    assertThat(sent()).doesNotContain(secret);
    navigate(DcsListView.class);
    assertThat(shown()).contains("west", "CN=console");
    assertThat(sent()).doesNotContain(secret);
  }

  @Test
  void whatIsNotGivenAgainStays() {
    blank();
    give(OWN.certificatePem(), OWN.keyPem());
    save();
    navigate("dcs/west", DcsView.class);
    type("inventory.dcs.prefix", "/db/");
    click(text("inventory.save"));
    until(() -> getCurrentView() instanceof DcsListView);
    assertThat(west().prefix()).isEqualTo("/db/");
    assertThat(inventory.dcs().connection("west").keyPem())
        .contains(OWN.keyPem().lines().skip(1).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void theTestNamesTheTroubleAndWhatToDo(DcsTrouble trouble) {
    inventory.dcsAnswers(
        new DcsTest(
            List.of(
                new DcsTest.Endpoint("https://10.77.0.21:2379", trouble, "the library's words")),
            List.of(),
            trouble));
    blank();
    click(text("inventory.dcs.test"));
    untilShown(text("inventory.dcs.test.bad"));
    var code = trouble.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    assertThat(shown())
        .contains(
            text("inventory.etcd." + code),
            text("inventory.etcd.next." + code),
            "the library's words");
    assertThat(shown()).doesNotContain("!inventory");
    assertThat(inventory.dcs().find("west")).as("a test keeps nothing").isEmpty();
  }

  @Test
  void theTestSaysWhichClustersItFound() {
    inventory.dcsAnswers(
        new DcsTest(
            List.of(new DcsTest.Endpoint("https://10.77.0.21:2379", null, null)),
            List.of("maincluster", "<b>shop</b>"),
            null));
    blank();
    click(text("inventory.dcs.test"));
    untilShown(text("inventory.dcs.test.good"));
    assertThat(shown()).contains("2 clusters: maincluster, <b>shop</b>");
  }

  @Test
  void theTestUsesTheKeyThatIsKept() {
    blank();
    give(OWN.certificatePem(), OWN.keyPem());
    save();
    navigate("dcs/west", DcsView.class);
    click(text("inventory.dcs.test"));
    untilShown(text("inventory.dcs.test.good"));
    assertThat(inventory.dcsTried().orElseThrow().keyPem()).isNotNull();
  }

  @Test
  void refusesTheKeyOfAnotherCertificateBesideItsField() {
    blank();
    give(OWN.certificatePem(), PKI.client("other").keyPem());
    refused("inventory.pem.key", text("inventory.unacceptable.key.mismatch"));
  }

  @Test
  void refusesACertificateWithoutItsKey() {
    blank();
    give(OWN.certificatePem(), "");
    refused("inventory.pem.key", text("inventory.unacceptable.key.missing"));
  }

  @Test
  void refusesAnExpiredCertificate() {
    var expired = PKI.expiredClient("console");
    blank();
    give(expired.certificatePem(), expired.keyPem());
    click(text("inventory.save"));
    until(() -> area("inventory.pem.certificate").isInvalid());
    assertThat(inventory.dcs().find("west")).isEmpty();
  }

  @Test
  void neverKeepsAPrivateKeyThatWasTakenForTheCertificate() {
    blank();
    give(OWN.keyPem(), OWN.keyPem());
    refused("inventory.pem.certificate", text("inventory.unacceptable.certificate.is.key"));
  }

  @Test
  void refusesWhatIsNoPem() {
    blank();
    give("<script>alert(1)</script>", OWN.keyPem());
    refused("inventory.pem.certificate", text("inventory.unacceptable.pem.nothing"));
  }

  private void refused(String labelKey, String words) {
    click(text("inventory.save"));
    until(() -> area(labelKey).isInvalid());
    assertThat(area(labelKey).getErrorMessage()).isEqualTo(words);
    assertThat(shown()).contains(words);
    assertThat(inventory.dcs().find("west")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:2379",
        "https://169.254.169.254:2379",
        "file:///etc/passwd",
        "https://user:secret@10.77.0.21:2379",
        "https://10.77.0.21:2379/v3",
        "javascript:alert(1)"
      })
  void refusesWhatIsNoEndpoint(String endpoint) {
    blank();
    area("inventory.dcs.endpoints").setValue(endpoint);
    click(text("inventory.save"));
    until(() -> area("inventory.dcs.endpoints").isInvalid());
    assertThat(inventory.dcs().find("west")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "-c", "lab", "new", "${jndi:ldap://x}"})
  void refusesANameThatCannotBeOne(String name) {
    blank();
    type("inventory.dcs.name", name);
    click(text("inventory.save"));
    TextField field = field("inventory.dcs.name");
    until(field::isInvalid);
    assertThat(inventory.dcs().list()).hasSize(1);
  }

  @Test
  void aDcsIsForgottenOnceItsNameWasTyped() {
    navigate("dcs/lab", DcsView.class);
    click(text("inventory.remove"));
    find(TextField.class).all().getLast().setValue("lab");
    click(text("inventory.dcs.remove.do"));
    assertThat(inventory.dcs().list()).isEmpty();
  }

  @Test
  void aDcsOutOfReachIsNotThere() {
    signIn(Scope.of(Set.of("development")), Right.VIEW, Right.MANAGE_INVENTORY);
    navigate(DcsListView.class);
    assertThat(shown()).doesNotContain("10.77.0.11");
    assertThat(isThere("dcs/lab")).isFalse();
  }

  @Test
  void whoMayOnlyLookSeesItWithoutAWayToChangeIt() {
    signIn(Scope.all(), Right.VIEW);
    navigate(DcsListView.class);
    assertThat(shown()).contains("lab", "https://10.77.0.11:2379");
    assertThat(offers(text("inventory.dcs.add"))).isFalse();
    assertThat(isThere("dcs/lab")).isFalse();
  }
}
