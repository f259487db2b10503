package dev.bascule.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.NotAllowed;
import dev.bascule.audit.AuditResult;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.DcsAdded;
import dev.bascule.inventory.DcsRemoved;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.HostCheck;
import dev.bascule.inventory.HostKeyChanged;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.MemberRetired;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.support.Database;
import dev.bascule.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and the console keep in the inventory, on both databases. */
@ParameterizedClass
@EnumSource
class InventoryTest {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");
  private static final MemberName PG1 = new MemberName("srv-pg1");

  @Parameter Database kind;
  private TestDatabase database;
  private Rooms rooms;

  @BeforeEach
  void furnish() {
    database = kind.fresh();
    rooms = Rooms.furnished(database);
  }

  private MemberRecord member(MemberName name, @Nullable Instant absentSince) {
    return new MemberRecord(
        name,
        "leader",
        "10.77.0.11",
        5432,
        "https://10.77.0.11:8008/patroni",
        rooms.clock.instant(),
        absentSince);
  }

  /** As a console that starts anew on the same database sees it. */
  private Rooms restarted() {
    return new Rooms(database);
  }

  @Test
  void keepsWhatWasToldOverARestart() {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    var details =
        new ClusterDetails(
            "development",
            "paris",
            "Orders",
            "Data",
            "+33 1",
            Criticality.LOW,
            "https://wiki.example/runbook",
            Set.of("a", "b"),
            new EntryPoint("keepalived", "10.77.0.100"));
    rooms.clusters.describe(Rooms.ADMIN, MAIN, 0, details);

    var again = restarted();
    assertThat(again.clusters.find(MAIN).orElseThrow().details()).isEqualTo(details);
    assertThat(again.clusters.environmentOf(MAIN)).isEqualTo("development");
    assertThat(again.hosts.find(id).orElseThrow().target().fingerprints())
        .containsExactly(PlayedHosts.KEY.fingerprint());
    assertThat(again.dcs.connection("lab").endpoints()).containsExactly("https://10.77.0.11:2379");
  }

  @Test
  void aClusterThatAppearsBelongsToTheEnvironmentOfItsDcs() {
    rooms.clusters.appeared(List.of(MAIN, MAIN));
    assertThat(rooms.clusters.environmentOf(MAIN)).isEqualTo("production");
    assertThat(rooms.clusters.find(MAIN).orElseThrow().criticality()).isEqualTo(Criticality.HIGH);
  }

  @Test
  void ofAnUnknownDcsNothingAppears() {
    rooms.clusters.appeared(List.of(new ClusterId("gone", "maincluster")));
    assertThat(rooms.clusters.list()).isEmpty();
  }

  @Test
  void namesThatNoDatabaseKeepsHinderNoOthers() {
    rooms.clusters.appeared(
        List.of(new ClusterId("lab", "a\0b"), new ClusterId("lab", "é".repeat(500)), MAIN));
    rooms.members.keep(MAIN, List.of(member(new MemberName("x\0y"), null), member(PG1, null)));
    assertThat(rooms.clusters.list()).hasSize(1);
    assertThat(rooms.members.of(MAIN)).extracting(MemberRecord::name).containsExactly(PG1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "https://u:p@evil.example",
        "\u0001javascript:alert(1)",
        "java\nscript:alert(1)"
      })
  void whatSomebodyWroteBySqlIsLeftOutAndTheRestIsRead(String runbook) {
    rooms.clusters.describe(
        Rooms.ADMIN,
        MAIN,
        0,
        new ClusterDetails("", "", "Orders", "", "", null, "", Set.of("a"), null));
    database
        .sql(
            """
            update cluster_record set runbook = ?, tags = ?, entry_kind = 'a b', entry_address = '-x'\
            """)
        .params(runbook, "a\na")
        .update();
    var kept = restarted().clusters.find(MAIN).orElseThrow();
    assertThat(kept.details().runbook()).isEmpty();
    assertThat(kept.details().application()).isEqualTo("Orders");
    assertThat(kept.details().tags()).containsExactly("a");
    assertThat(kept.entryPoint()).isEmpty();
  }

  @Test
  void everyChangeIsAudited() {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.hosts.update(Rooms.ADMIN, id, 1, Rooms.host("srv-pg9", "10.77.0.11"));
    rooms.hosts.remove(Rooms.ADMIN, id);
    rooms.clusters.describe(Rooms.ADMIN, MAIN, 0, ClusterDetails.NONE);
    rooms.dcs.update(Rooms.ADMIN, 1, Rooms.lab());
    rooms.dcs.remove(Rooms.ADMIN, "lab");
    rooms.environments.remove(Rooms.ADMIN, "development");
    assertThat(rooms.audit.actions())
        .containsExactly(
            "environment.created",
            "environment.created",
            "dcs.created",
            "host.created",
            "host.key.confirmed",
            "host.changed",
            "host.removed",
            "cluster.described",
            "dcs.changed",
            "dcs.removed",
            "environment.removed");
  }

  @Test
  void withoutAuditNothingIsChanged() {
    rooms.audit.fail();
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(restarted().hosts.list()).isEmpty();
  }

  @Test
  void refusesWhoMayNotManage() {
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.VIEWER, Rooms.host("srv-pg1", "10.77.0.11")))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rooms.dcs.remove(Rooms.VIEWER, "lab")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rooms.dcs.test(Rooms.VIEWER, Rooms.lab()))
        .isInstanceOf(NotAllowed.class);
    assertThat(rooms.dcsPlayed.tested).isNull();
  }

  @Test
  void refusesWhoManagesOnlyAnotherEnvironment() {
    assertThatThrownBy(
            () -> rooms.hosts.create(Rooms.OF_DEVELOPMENT, Rooms.host("srv-pg1", "10.77.0.11")))
        .isInstanceOf(NotAllowed.class);
    rooms.clusters.appeared(List.of(MAIN));
    var toTheirs = new ClusterDetails("development", "", "", "", "", null, "", Set.of(), null);
    assertThatThrownBy(() -> rooms.clusters.describe(Rooms.OF_DEVELOPMENT, MAIN, 0, toTheirs))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void refusesAnAddressThatIsTaken() {
    rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.ADMIN, Rooms.host("other", "10.77.0.11")))
        .isInstanceOfSatisfying(
            Unacceptable.class, e -> assertThat(e.field()).isEqualTo("address"));
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.12")))
        .isInstanceOfSatisfying(Unacceptable.class, e -> assertThat(e.field()).isEqualTo("name"));
  }

  @Test
  void refusesToChangeWhatSomebodyElseChanged() {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.update(Rooms.ADMIN, id, 1, Rooms.host("first", "10.77.0.11"));
    assertThatThrownBy(
            () -> rooms.hosts.update(Rooms.ADMIN, id, 1, Rooms.host("second", "10.77.0.11")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(rooms.hosts.find(id).orElseThrow().name()).isEqualTo("first");
  }

  @Test
  void anotherAddressTakesTheConfirmedKeyAway() {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.hosts.update(Rooms.ADMIN, id, 1, Rooms.host("srv-pg1", "10.77.0.12"));
    assertThat(rooms.hosts.find(id).orElseThrow().keys()).isEmpty();
  }

  @Test
  void anEnvironmentInUseStays() {
    assertThatThrownBy(() -> rooms.environments.remove(Rooms.ADMIN, "production"))
        .isInstanceOf(Unacceptable.class);
  }

  @Test
  void aChangedHostKeyRaisesTheAlarmOnce() throws Exception {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.key = PlayedHosts.OTHER;

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> rooms.hosts.collect(id))
          .isInstanceOfSatisfying(
              SshFailure.class,
              e -> assertThat(e.trouble()).isEqualTo(SshTrouble.HOST_KEY_CHANGED));
    }
    assertThat(rooms.events).filteredOn(HostKeyChanged.class::isInstance).hasSize(1);
    assertThat(rooms.audit.actions()).containsOnlyOnce("host.key.changed");
    assertThat(restarted().hosts.find(id).orElseThrow().alarmed().orElseThrow().presented())
        .isEqualTo(PlayedHosts.OTHER.fingerprint());

    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.OTHER);
    assertThat(rooms.hosts.find(id).orElseThrow().alarmed()).isEmpty();
    assertThat(rooms.hosts.collect(id).pgliftVersion()).isEqualTo("3.3.0");
  }

  @Test
  void aTestNamesTheFirstThingThatIsWrong() {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    assertThat(last(id).trouble()).isEqualTo(SshTrouble.HOST_KEY_UNKNOWN);
    assertThat(last(id).detail()).isEqualTo(PlayedHosts.KEY.fingerprint());
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.loginTrouble = SshTrouble.NOT_AUTHENTICATED;
    assertThat(last(id).kind()).isEqualTo(HostCheck.Kind.LOGIN);
    rooms.played.loginTrouble = null;
    assertThat(rooms.hosts.check(Rooms.ADMIN, id).works()).isTrue();
  }

  @Test
  void aTestTellsSudoFromLogin() {
    var id =
        rooms.hosts.create(
            Rooms.ADMIN,
            new dev.bascule.inventory.HostDraft(
                "dev1", new dev.bascule.inventory.HostAddress("10.0.0.9"), 22, "development", ""));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.sudoTrouble = SshTrouble.SUDO_REFUSED;
    assertThat(last(id).kind()).isEqualTo(HostCheck.Kind.OWNER);
    assertThat(last(id).trouble()).isEqualTo(SshTrouble.SUDO_REFUSED);
    assertThat(rooms.audit.lines.getLast().result()).isEqualTo(AuditResult.FAILED);
  }

  private HostCheck.Step last(dev.bascule.inventory.HostId id) {
    return rooms.hosts.check(Rooms.ADMIN, id).steps().getLast();
  }

  @Test
  void findsTheInstanceOfAMember() throws Exception {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.runs("15/main", "maincluster", "srv-pg1");
    rooms.hosts.collect(id);
    rooms.members.keep(MAIN, List.of(member(PG1, null)));

    var instance = restarted().hosts.instance(MAIN, PG1).orElseThrow();
    assertThat(instance.host().id()).isEqualTo(id);
    assertThat(instance.instance().name()).hasToString("15/main");
    assertThat(instance.instance().configFile()).isEqualTo("/etc/patroni/15-main.yaml");
    assertThat(rooms.hosts.instance(MAIN, new MemberName("srv-pg2"))).isEmpty();
  }

  @Test
  void ofTwoClustersWithOneNameOnlyTheAddressTellsWhich() throws Exception {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "192.168.0.1"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.runs("15/main", "maincluster", "srv-pg1");
    rooms.hosts.collect(id);
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    assertThat(rooms.hosts.hostOf(MAIN, PG1)).isPresent();

    rooms.dcs.create(
        Rooms.ADMIN,
        new dev.bascule.inventory.DcsDraft(
            "other",
            List.of("https://10.9.0.1:2379"),
            "",
            "",
            dev.bascule.inventory.IdentityDraft.NONE,
            null,
            null,
            null));
    rooms.clusters.appeared(List.of(new ClusterId("other", "maincluster")));
    assertThat(rooms.hosts.hostOf(MAIN, PG1)).isEmpty();
  }

  @Test
  void noPasswordOfAnInstanceIsKept() throws Exception {
    var id = rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    rooms.hosts.confirm(Rooms.ADMIN, id, PlayedHosts.KEY);
    rooms.played.runs("15/main", "maincluster", "srv-pg1");
    rooms.hosts.collect(id);
    var kept = database.sql("select instances from host_facts").query(String.class).single();
    assertThat(kept).contains("maincluster").doesNotContain("s3cret");
  }

  @Test
  void membersAreKeptUntilAPersonRetiresThem() {
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    var gone = rooms.clock.instant().plus(Duration.ofMinutes(1));
    assertThatThrownBy(() -> rooms.members.retire(Rooms.ADMIN, MAIN, PG1, "still there"))
        .isInstanceOf(Unacceptable.class);
    rooms.members.keep(MAIN, List.of(member(PG1, gone)));
    assertThat(restarted().members.of(MAIN).getFirst().absentSince()).isNotNull();

    assertThatThrownBy(() -> rooms.members.retire(Rooms.VIEWER, MAIN, PG1, ""))
        .isInstanceOf(NotAllowed.class);
    rooms.members.retire(Rooms.ADMIN, MAIN, PG1, "scrapped");
    assertThat(rooms.members.of(MAIN)).isEmpty();
    assertThat(restarted().members.of(MAIN)).isEmpty();
    assertThat(rooms.events).contains(new MemberRetired(MAIN, PG1));
    assertThat(rooms.audit.lines.getLast().detail()).asString().contains("scrapped");
  }

  @Test
  void aRetiredMemberThatIsAbsentStaysRetired() {
    var gone = rooms.clock.instant();
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    rooms.members.keep(MAIN, List.of(member(PG1, gone)));
    rooms.members.retire(Rooms.ADMIN, MAIN, PG1, "");
    rooms.members.keep(MAIN, List.of(member(PG1, gone)));
    assertThat(rooms.members.of(MAIN)).isEmpty();
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    assertThat(rooms.members.of(MAIN)).hasSize(1);
    assertThat(restarted().members.of(MAIN)).hasSize(1);
  }

  @Test
  void aClusterWithoutEndOfMembersIsBounded() {
    for (int i = 0; i < 300; i++) {
      rooms.members.keep(MAIN, List.of(member(new MemberName("m" + i), null)));
    }
    assertThat(rooms.members.of(MAIN)).hasSize(200);
  }

  @Test
  void theHostsOfMembersAreCandidatesUntilSomebodyAddsThem() {
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    assertThat(rooms.hosts.candidates())
        .singleElement()
        .satisfies(one -> assertThat(one.address().value()).isEqualTo("10.77.0.11"));
    assertThat(rooms.played.contacted).isEmpty();
    rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
    assertThat(rooms.hosts.candidates()).isEmpty();
  }

  @Test
  void aRemovedDcsTakesItsClustersAlong() {
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    rooms.dcs.remove(Rooms.ADMIN, "lab");
    assertThat(rooms.clusters.list()).isEmpty();
    assertThat(rooms.members.of(MAIN)).isEmpty();
    assertThat(rooms.events).contains(new DcsAdded("lab"), new DcsRemoved("lab"));
    rooms.members.keep(MAIN, List.of(member(PG1, null)));
    assertThat(restarted().members.of(MAIN)).isEmpty();
  }

  @Test
  void theConsolesKeyIsKeptInTheVaultAlone() {
    assertThat(rooms.keyStorage.load()).isEmpty();
    rooms.keyStorage.save(new byte[] {1, 2, 3});
    assertThat(restarted().keyStorage).isNotNull();
    assertThat(rooms.keyStorage.load().orElseThrow()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> rooms.keyStorage.save(new byte[] {4}))
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
  }
}
