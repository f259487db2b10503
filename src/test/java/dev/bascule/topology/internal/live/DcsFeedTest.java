package dev.bascule.topology.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bascule.dcs.DcsEvent;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Samples;
import dev.bascule.topology.Anomaly;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ExpectedMember;
import dev.bascule.topology.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One cluster's trouble is not another's, and what says nothing new is told to nobody. */
class DcsFeedTest {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");
  private static final ClusterId SHOP = new ClusterId("lab", "shopcluster");
  private static final ClusterId GONE = new ClusterId("lab", "gonecluster");
  private static final ExpectedMember MISSED =
      new ExpectedMember(
          new MemberName("srv-pg9"), ClusterRole.REPLICA, Instant.EPOCH, null, 0, null);

  private final DcsEvent.Listed listed = Samples.moment("18-two-clusters");
  private final PlayedStream dcs = new PlayedStream();
  private final LiveFleet fleet = new LiveFleet(Clock.systemUTC());
  private final List<ClusterChange> told = new CopyOnWriteArrayList<>();

  private Set<String> expected = Set.of();

  private DcsFeed feed(Function<ClusterId, Surroundings> around) {
    fleet.subscribe(told::add);
    var feed =
        new DcsFeed(PlayedStream.CONNECTION, dcs, fleet, Clock.systemUTC(), around, () -> expected);
    fleet.replace(feed);
    return feed;
  }

  private static Surroundings missing(ClusterId id) {
    return id.equals(GONE)
        ? Surroundings.NONE.withExpected(List.of(MISSED), Set.of())
        : Surroundings.NONE;
  }

  private DcsEvent.Alive alive() {
    return new DcsEvent.Alive(listed.revision(), listed.at().plusSeconds(2), Duration.ofMillis(3));
  }

  @Test
  void aClusterThatWentWhileNobodyLookedIsShownAsGoneUntilItsLastMemberIsRetired() {
    expected = Set.of("gonecluster");
    feed(DcsFeedTest::missing);
    dcs.tell(listed);
    var state = fleet.cluster(GONE).orElseThrow();
    assertThat(state.gone()).isTrue();
    assertThat(state.member(MISSED.name())).isPresent();
    assertThat(state.anomalies()).extracting(Anomaly::code).contains("absent-member");

    fleet.surrounded(GONE, before -> before.withExpected(List.of(), Set.of(MISSED.name())));
    assertThat(fleet.cluster(GONE)).isEmpty();
    assertThat(fleet.cluster(MAIN)).isPresent();
  }

  @Test
  void aClusterIsToldOfAgainAsItIs() {
    feed(id -> Surroundings.NONE);
    dcs.tell(listed);
    told.clear();
    fleet.retell(MAIN);
    fleet.retell(GONE);
    assertThat(told).singleElement().satisfies(one -> assertThat(one.id()).isEqualTo(MAIN));
  }

  @Test
  void aSecondListingOfWhatIsKnownIsToldToNobody() {
    feed(id -> Surroundings.NONE);
    dcs.tell(listed);
    assertThat(told).extracting(ClusterChange::id).contains(MAIN, SHOP);
    told.clear();
    dcs.tell(
        new DcsEvent.Listed(listed.revision() + 40, listed.entries(), listed.at().plusSeconds(60)));
    assertThat(told).isEmpty();
  }

  @Test
  void aSecondListingTellsOfTheClusterThatChanged() {
    feed(id -> Surroundings.NONE);
    dcs.tell(listed);
    told.clear();
    dcs.tell(
        new DcsEvent.Listed(
            listed.revision() + 40,
            listed.entries().stream()
                .filter(entry -> !entry.key().equals("/service/shopcluster/leader"))
                .toList(),
            listed.at().plusSeconds(60)));
    assertThat(told).extracting(ClusterChange::id).containsExactly(SHOP);
    assertThat(fleet.cluster(SHOP).orElseThrow().leader()).isNull();
  }

  @Test
  void anInventoryThatDoesntAnswerForOneClusterHidesNone() {
    var silent = new CopyOnWriteArrayList<>(List.of(MAIN));
    feed(
        id -> {
          if (silent.contains(id)) {
            throw new IllegalStateException("the database is away");
          }
          return Surroundings.NONE.withExpected(List.of(MISSED), Set.of());
        });
    dcs.tell(listed);
    assertThat(fleet.cluster(SHOP).orElseThrow().member(MISSED.name())).isPresent();
    assertThat(fleet.cluster(MAIN).orElseThrow().leader()).isNotNull();
    dcs.tell(alive());
    assertThat(fleet.cluster(MAIN).orElseThrow().member(MISSED.name())).isEmpty();

    silent.clear();
    dcs.tell(alive());
    assertThat(fleet.cluster(MAIN).orElseThrow().member(MISSED.name())).isPresent();
  }

  @Test
  void aStepThatFailsLeavesTheOthersAloneAndIsReadAnew() {
    var feed = feed(id -> Surroundings.NONE);
    dcs.tell(listed);
    var before = fleet.cluster(MAIN).orElseThrow();
    synchronized (feed) {
      feed.step(
          "maincluster",
          listed.at(),
          false,
          track -> {
            throw new IllegalStateException("a defect");
          });
    }
    told.clear();
    assertThat(fleet.cluster(MAIN)).contains(before);

    dcs.tell(alive());
    await().until(() -> told.stream().anyMatch(change -> change.id().equals(MAIN)));
    assertThat(fleet.cluster(MAIN).orElseThrow().members()).isEqualTo(before.members());
    assertThat(told).extracting(ClusterChange::id).doesNotContain(SHOP);
  }
}
