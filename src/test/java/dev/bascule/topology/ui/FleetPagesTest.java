package dev.bascule.topology.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.support.Pages;
import dev.bascule.topology.CloseLook;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Journal;
import dev.bascule.topology.Presence.Writability;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import showroom.FakeCloseLook;
import showroom.FakeFleet;
import showroom.FakeJournal;
import showroom.Made;

/** The fleet's and a cluster's page as people use them, without a browser. */
class FleetPagesTest extends Pages {
  private static final String NASTY = "<img src=x onerror=alert(1)>";
  private static final Instant SINCE = Instant.parse("2026-11-23T00:12:00Z");

  private final FakeFleet fleet = new FakeFleet();
  private final FakeBackground background = new FakeBackground();

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of(FleetView.class, ClusterView.class);
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {
    beans.registerBean(Fleet.class, () -> fleet);
    beans.registerBean(Background.class, () -> background);
    beans.registerBean(Journal.class, FakeJournal::new);
    beans.registerBean(CloseLook.class, FakeCloseLook::new);
    beans.register(Visible.class, FleetRows.class);
  }

  @BeforeEach
  void aDbaLooks() {
    signIn(dba(Scope.all()));
    fleet.sight("lab", new Sight.InSight(Instant.now(), 100, Duration.ofMillis(1)));
  }

  private static Actor dba(Scope scope) {
    return Actor.person(new PersonId(new UUID(0, 1)), "dba", Role.DBA.rights(), scope, "127.0.0.1");
  }

  @SuppressWarnings("unchecked")
  private List<String> rows() {
    Grid<FleetRow> grid = find(Grid.class).single();
    return grid.getDataProvider().fetch(new Query<>()).map(row -> row.id().cluster()).toList();
  }

  private String cluster(Made made) {
    fleet.put(made.state());
    go("clusters/lab/" + made.id().cluster());
    return shown();
  }

  // ---- the fleet ----

  private void threeClusters() {
    fleet.put(Made.three("alpha").state());
    fleet.put(Made.three("beta").leaderless().state());
    var gamma = Made.three("gamma");
    background.keep(gamma.id(), true);
    fleet.put(gamma.state());
  }

  @Test
  void problemsComeFirstThenProductionThenTheRest() {
    threeClusters();
    go("fleet");
    assertThat(rows()).containsExactly("beta", "gamma", "alpha");
    assertThat(shown()).contains(text("topology.fleet.view.problems"));
  }

  @Test
  void theListIsFilteredAsOneTypes() {
    threeClusters();
    go("fleet");
    test(find(TextField.class).single()).setValue("GAM");
    assertThat(rows()).containsExactly("gamma");
    test(find(TextField.class).single()).setValue("team payments");
    assertThat(rows()).containsExactly("gamma");
  }

  @Test
  void everyViewHasItsAddress() {
    threeClusters();
    var paused = Made.three("delta").put("config", "{\"ttl\":30,\"pause\":true}");
    fleet.put(paused.state());
    var alone =
        Made.cluster("epsilon").leads("srv-pg1").member("srv-pg2", "replica", "stopped", "");
    fleet.put(alone.state());
    go("fleet?view=problems");
    assertThat(rows()).contains("beta", "epsilon").doesNotContain("alpha", "gamma");
    go("fleet?view=paused");
    assertThat(rows()).containsExactly("delta");
    go("fleet?view=no-way-out");
    assertThat(rows()).containsExactlyInAnyOrder("delta", "epsilon");
    go("fleet?view=nonsense&q=alpha");
    assertThat(rows()).containsExactly("alpha");
  }

  @Test
  void anOpenPageFollowsTheFleet() {
    threeClusters();
    go("fleet");
    var alpha = Made.three("alpha");
    alpha.state();
    fleet.put(alpha.leaderless().state());
    until(() -> rows().getFirst().equals("alpha"));
    fleet.remove(alpha.id());
    until(() -> !rows().contains("alpha"));
  }

  @Test
  void whoReachesOneEnvironmentSeesNoOther() {
    threeClusters();
    var test = Made.three("tested");
    background.keep(test.id(), false);
    fleet.put(test.state());
    signIn(dba(Scope.of(Set.of("test"))));
    go("fleet");
    assertThat(rows()).contains("tested").doesNotContain("gamma");
  }

  @Test
  void anEmptyFleetSaysHowToBegin() {
    background.anyDcs(false);
    go("fleet");
    assertThat(shown())
        .contains(text("topology.fleet.empty.title"), text("topology.fleet.empty.add"));
  }

  @Test
  void aThousandClustersAreOneList() {
    for (int i = 0; i < 1_000; i++) {
      fleet.put(Made.three("c%04d".formatted(i)).state());
    }
    go("fleet");
    assertThat(rows()).hasSize(1_000).startsWith("c0000");
  }

  // ---- a cluster ----

  @Test
  void aHealthyClusterIsOneQuietSentence() {
    assertThat(cluster(Made.three("shop")))
        .contains("In order: srv-pg1 leads, 2 replicas stream")
        .contains("2 of 2 can take over")
        .contains("srv-pg1", "Leader", "Replica", "streaming");
  }

  @Test
  void aLeaderWhoseLockRunsOutIsNotInOrder() {
    assertThat(cluster(Made.three("shop").silentUntil(Instant.now().plusSeconds(9))))
        .contains("srv-pg1 doesn't answer and its lock isn't renewed")
        .doesNotContain("In order");
  }

  @Test
  void anOpenPageFollowsItsCluster() {
    var shop = Made.three("shop");
    cluster(shop);
    fleet.put(shop.leaderless().state());
    until(() -> shown().contains("No leader") || shown().contains("nobody leads"));
  }

  @Test
  void theHeaderIsThatOfTheClusterAlthoughAnotherHasTheSameValues() {
    var first = Made.three("shop");
    var second = Made.three("wiki");
    background.keep(first.id(), true);
    background.keep(second.id(), false);
    cluster(first);
    assertThat(cluster(second)).contains("test").doesNotContain("prod");
    assertThat(find(Anchor.class).withText(text("topology.fact.record")).single().getHref())
        .isEqualTo("inventory/lab/wiki");
  }

  @Test
  void anAbsentPrimaryThatWritesIsTheFirstThingSaid() {
    var shop = Made.three("shop");
    shop.state();
    shop.leads("srv-pg2").absent("srv-pg1", ClusterRole.LEADER, SINCE, Writability.STILL_WRITABLE);
    assertThat(cluster(shop)).contains("srv-pg1 is writable outside Patroni", "absent since");
  }

  @Test
  void aClusterThatIsNotThereIsNotFound() {
    go("clusters/lab/nothing");
    assertThat(shown()).doesNotContain("Exception");
  }

  // ---- what others wrote into etcd ----

  @Test
  void aNameThatIsNoNameIsTextAndNothingCanBeDoneToIt() {
    var made = Made.three("a; rm -rf ~");
    fleet.put(made.state());
    go("fleet");
    assertThat(rows()).containsExactly("a; rm -rf ~");
    go(ClusterTabs.link(made.id()));
    assertThat(shown()).contains("a; rm -rf ~");
    assertThat(find(Button.class).all()).filteredOn(Button::isEnabled).isEmpty();
  }

  @Test
  void markupInAnyValueStaysText() {
    var made =
        Made.three("shop")
            .member(NASTY, "replica", NASTY, "\"tags\":{\"" + NASTY + "\":\"" + NASTY + "\"}")
            .put("leader", NASTY)
            .put("failover", "{\"leader\":\"" + NASTY + "\",\"scheduled_at\":\"" + NASTY + "\"}");
    assertThat(cluster(made)).contains(NASTY);
    assertThat(getCurrentView().getElement().getOuterHTML()).doesNotContain("<img");
    go("fleet");
    assertThat(getCurrentView().getElement().getOuterHTML()).doesNotContain("<img");
  }

  @Test
  void onlyAnHttpsAddressIsALinkToARunbook() {
    for (String bad :
        List.of("javascript:alert(1)", "data:text/html,x", "//evil.example", "https:alert(1)")) {
      runbook("shop" + bad.length(), bad);
      assertThat(sent()).contains(text("topology.fact.record")).doesNotContain(bad);
    }
    runbook("wiki", "https://wiki.example/shop");
    assertThat(find(Anchor.class).withText(text("topology.fact.runbook")).single())
        .satisfies(
            link -> {
              assertThat(link.getHref()).isEqualTo("https://wiki.example/shop");
              assertThat(link.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer");
            });
  }

  private void runbook(String name, String address) {
    var made = Made.three(name);
    background.keepRunbook(made.id(), address);
    cluster(made);
  }

  @Test
  void oneUnreadableMemberTakesNothingFromTheOthers() {
    for (String broken : List.of("{\"state\": \"run", "[]", "\u0000\u0001", "[".repeat(10_000))) {
      assertThat(cluster(Made.three("shop").put("members/srv-pg3", broken)))
          .contains("srv-pg1", "srv-pg2", "srv-pg3", "Leader", "streaming");
    }
  }

  @Test
  void aHistoryOfAHundredThousandEntriesIsNoTrouble() {
    var lines = new StringBuilder("[");
    for (int i = 1; i <= 100_000; i++) {
      lines.append(i == 1 ? "" : ",").append("[%d,%d,\"x\"]".formatted(i, i * 100L));
    }
    assertThat(cluster(Made.three("shop").put("history", lines.append("]").toString())))
        .contains("In order");
  }
}
