package dev.bascule.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.internal.FurnishedInventory;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ui.Banner;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hosts' pages: what is shown, to whom, and what becomes of what people type. */
class HostPagesTest extends InventoryPages {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");

  private HostId host() {
    return inventory
        .hosts()
        .create(
            FurnishedInventory.ADMIN,
            new HostDraft("srv-pg1", new HostAddress("10.77.0.11"), 22, "production", "paris"));
  }

  private HostId trusted() {
    var id = host();
    inventory.hosts().confirm(FurnishedInventory.ADMIN, id, FurnishedInventory.KEY);
    return id;
  }

  private void memberOn(String address) {
    inventory.clusters().appeared(Set.of(MAIN));
    inventory
        .members()
        .keep(
            MAIN,
            List.of(
                new MemberRecord(
                    new MemberName("srv-pg2"),
                    "replica",
                    address,
                    5432,
                    "https://" + address + ":8008/patroni",
                    Instant.now(),
                    null)));
  }

  @SuppressWarnings("unchecked")
  private List<String> listed() {
    Grid<HostRecord> grid = find(Grid.class).all().getLast();
    return grid.getListDataView().getItems().map(HostRecord::name).toList();
  }

  @Test
  void listsEveryHost() {
    host();
    navigate(HostsView.class);
    assertThat(listed()).containsExactly("srv-pg1");
  }

  @Test
  void theAddressInfrastructureLeadsToTheHosts() {
    UI.getCurrent().navigate("infrastructure");
    assertThat(getCurrentView()).isInstanceOf(HostsView.class);
  }

  @Test
  void saysHowToBeginWhenThereIsNone() {
    navigate(HostsView.class);
    assertThat(shown()).contains(text("inventory.hosts.empty"));
  }

  @Test
  void ofHostsOutOfReachNothingIsTold() {
    trusted();
    memberOn("10.77.0.12");
    inventory.hostsShow(FurnishedInventory.OTHER);
    inventory.hosts().check(FurnishedInventory.ADMIN, inventory.hosts().list().getFirst().id());
    signIn(Scope.of(Set.of("development")), Right.VIEW, Right.MANAGE_INVENTORY);

    navigate(HostsView.class);

    assertThat(find(Grid.class).exists()).isFalse();
    assertThat(sent()).doesNotContain("srv-pg1").doesNotContain("10.77.0.12");
    assertThat(isThere("hosts/srv-pg1")).isFalse();
    assertThat(bean(AlarmBanner.class).banners()).isEmpty();
    assertThat(bean(InventoryCommands.class).find("srv", 10)).isEmpty();
  }

  @Test
  void whoMayOnlyLookIsOfferedNothingToChange() {
    trusted();
    signIn(Scope.all(), Right.VIEW);
    navigate(HostsView.class);
    assertThat(offers(text("inventory.hosts.add"))).isFalse();
    navigate("hosts/srv-pg1", HostView.class);
    assertThat(shown()).contains(FurnishedInventory.KEY.fingerprint());
    for (var key : List.of("inventory.edit", "inventory.remove", "inventory.host.test")) {
      assertThat(offers(text(key))).as(key).isFalse();
    }
    assertThat(offers(text("inventory.key.scan"))).isFalse();
  }

  @Test
  void addsAHostByHandAndGoesToItsPage() {
    navigate(HostsView.class);
    click(text("inventory.hosts.add"));
    type("inventory.host.name", "srv-pg9");
    type("inventory.host.address", "10.77.0.19");
    type("inventory.host.port", "2222");
    click(text("inventory.save"));
    until(() -> getCurrentView() instanceof HostView);
    assertThat(shown()).contains("srv-pg9", "10.77.0.19:2222", text("inventory.key.none"));
    assertThat(inventory.audited()).contains("host.created");
  }

  @Test
  void suggestsTheHostsOfMembers() {
    memberOn("10.77.0.12");
    navigate(HostsView.class);
    assertThat(shown()).contains("10.77.0.12", "srv-pg2 (maincluster)");
    click(text("inventory.candidates.add"));
    assertThat(field("inventory.host.name").getValue()).isEqualTo("srv-pg2");
    assertThat(field("inventory.host.address").getValue()).isEqualTo("10.77.0.12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "::1",
        "0x7f.1",
        "localhost.",
        "169.254.169.254",
        "a; rm -rf /",
        "-oProxyCommand=id",
        "<img src=x onerror=alert(1)>"
      })
  void refusesAHostileAddressBesideItsField(String address) {
    refuses("inventory.host.address", address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "0", "70000", "22;ls", "-1", "", "9999999999"})
  void refusesWhatIsNoSshPort(String port) {
    refuses("inventory.host.port", port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "-c", "--config=/tmp/x", "a/b", "%2f", "${jndi:ldap://x}"})
  void refusesWhatIsNoName(String name) {
    refuses("inventory.host.name", name);
  }

  private void refuses(String labelKey, String value) {
    navigate(HostsView.class);
    click(text("inventory.hosts.add"));
    type("inventory.host.name", "srv-pg9");
    type("inventory.host.address", "10.77.0.19");
    type(labelKey, value);
    click(text("inventory.save"));
    var wrong = field(labelKey);
    until(wrong::isInvalid);
    assertThat(wrong.getErrorMessage()).isNotBlank().doesNotStartWith("!");
    assertThat(find(TextField.class).all().stream().filter(TextField::isInvalid)).hasSize(1);
    assertThat(inventory.hosts().list()).isEmpty();
  }

  @Test
  void aKeyIsTrustedOnceAPersonConfirmedIt() {
    var id = host();
    navigate("hosts/srv-pg1", HostView.class);
    click(text("inventory.key.scan"));
    untilShown(FurnishedInventory.KEY.fingerprint());
    assertThat(inventory.hosts().find(id).orElseThrow().keys()).isEmpty();
    click(text("inventory.key.confirm"));
    assertThat(inventory.hosts().find(id).orElseThrow().keys())
        .singleElement()
        .satisfies(pinned -> assertThat(pinned.key()).isEqualTo(FurnishedInventory.KEY));
  }

  @Test
  void aChangedKeyIsAnAlarmOnItsPageAndOnEveryOther() {
    var id = trusted();
    inventory.hostsShow(FurnishedInventory.OTHER);
    inventory.hosts().check(FurnishedInventory.ADMIN, id);
    navigate("hosts/srv-pg1", HostView.class);
    assertThat(shown())
        .contains(
            text("inventory.key.alarm"),
            FurnishedInventory.OTHER.fingerprint(),
            FurnishedInventory.KEY.fingerprint());
    assertThat(bean(AlarmBanner.class).banners())
        .singleElement()
        .extracting(Banner::link)
        .asString()
        .contains("hosts/srv-pg1");
  }

  @Test
  void theTestSaysWhatIsWrongAndWhatToDoNext() {
    trusted();
    inventory.loginFails(SshTrouble.NOT_AUTHENTICATED);
    navigate("hosts/srv-pg1", HostView.class);
    click(text("inventory.host.test"));
    untilShown(text("inventory.host.test.bad"));
    assertThat(shown())
        .contains(
            text("inventory.ssh.not-authenticated"),
            text("inventory.ssh.next.not-authenticated"),
            PUBLIC_KEY);
    assertThat(inventory.audited()).contains("host.checked");
  }

  @Test
  void theTestShowsEachStepThatWorks() {
    trusted();
    inventory.hostsRun("15/main", "maincluster", "srv-pg1");
    navigate("hosts/srv-pg1", HostView.class);
    click(text("inventory.host.test"));
    untilShown(text("inventory.host.test.good"));
    untilShown("15/main");
    assertThat(shown()).contains("3.3.0", "maincluster");
  }

  @Test
  void whatAHostTellsIsTextAndNothingElse() throws Exception {
    var id = trusted();
    inventory.hostsRun("15/main", "<img src=x onerror=alert(1)>", "\u001b]52;c;aGk=\u0007x");
    inventory.hosts().collect(id);
    navigate("hosts/srv-pg1", HostView.class);
    assertThat(shown()).contains("<img src=x onerror=alert(1)>");
    assertThat(find(Html.class).exists()).isFalse();
    assertThat(sent()).doesNotContain("innerHTML", "<img src=x");
  }

  @Test
  void aHostIsForgottenOnceItsNameWasTyped() {
    host();
    navigate("hosts/srv-pg1", HostView.class);
    click(text("inventory.remove"));
    find(TextField.class).all().getLast().setValue("srv-pg1");
    click(text("inventory.host.remove.do"));
    assertThat(inventory.hosts().list()).isEmpty();
  }
}
