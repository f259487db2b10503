package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.rest.PatroniRest;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.patroni.rest.RestCluster;
import dev.bascule.patroni.rest.RestFailed;
import dev.bascule.patroni.rest.RestTarget;
import dev.bascule.patroni.rest.RestTrouble;
import dev.bascule.support.MemoryAudit;
import dev.bascule.support.MovingClock;
import dev.bascule.support.StrictPermissions;
import dev.bascule.support.TestDatabase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole inventory on a database, with hosts, DCS and name service played. */
final class Rooms {
  static final Actor ADMIN =
      Actor.person(
          PersonId.random(), "admin", Set.of(Right.MANAGE_INVENTORY), Scope.all(), "10.0.0.1");
  static final Actor VIEWER =
      Actor.person(PersonId.random(), "viewer", Set.of(Right.VIEW), Scope.all(), "10.0.0.2");
  static final Actor OF_DEVELOPMENT =
      Actor.person(
          PersonId.random(),
          "dev",
          Set.of(Right.MANAGE_INVENTORY),
          Scope.of(Set.of("development")),
          "10.0.0.3");

  final MovingClock clock = new MovingClock();
  final MemoryAudit audit = new MemoryAudit();
  final MemoryVault vault = new MemoryVault();
  final PlayedHosts played = new PlayedHosts();
  final PlayedDcs dcsPlayed = new PlayedDcs();
  final Map<String, List<InetAddress>> names = new HashMap<>();
  final List<Object> events = new ArrayList<>();
  final List<String> restAsked = new ArrayList<>();

  final Memory memory;
  final StoredEnvironments environments;
  final StoredMembers members;
  final StoredClusters clusters;
  final StoredHosts hosts;
  final StoredDcs dcs;
  final RestDoors doors;
  final VaultKeyStorage keyStorage;
  final Keeper keeper;

  Rooms(TestDatabase database) {
    clock.set(Instant.now());
    var source = database.source();
    var transactions = database.transactions();
    var environmentTable = new EnvironmentTable(source);
    var dcsTable = new DcsTable(source);
    var clusterTable = new ClusterTable(source);
    var hostTable = new HostTable(source);
    var factsTable = new FactsTable(source);
    memory =
        new Memory(environmentTable, dcsTable, clusterTable, hostTable, factsTable, transactions);
    keeper = new Keeper(new StrictPermissions(), audit, transactions, memory, events::add);
    var credentials = new Credentials(vault);
    var rules = new AddressRules(name -> names.getOrDefault(name, List.of()), List.of());
    environments = new StoredEnvironments(environmentTable, memory, keeper);
    members = new StoredMembers(new MemberTable(source), clusterTable, memory, keeper, clock);
    clusters = new StoredClusters(clusterTable, dcsTable, members, memory, keeper, vault, clock);
    var alarms = new HostAlarms(hostTable, memory, keeper, clock);
    hosts =
        new StoredHosts(
            hostTable,
            factsTable,
            memory,
            new MemberHosts(memory, members),
            new HostFactCollector(played, factsTable, alarms, keeper, memory, clock),
            alarms,
            new HostTest(played, played, clock),
            keeper,
            rules,
            played,
            clock);
    doors = new RestDoors(memory, credentials, rules, members);
    dcs =
        new StoredDcs(
            dcsTable,
            members,
            memory,
            keeper,
            credentials,
            rules,
            new RestIdentities(
                dcsTable,
                members,
                memory,
                keeper,
                credentials,
                doors,
                new RestTest(doors, new SilentRest()),
                clock),
            dcsPlayed,
            clock);
    keyStorage = new VaultKeyStorage(source, vault, keeper, clock);
  }

  /** With the environments production and development, and the DCS lab. */
  static Rooms furnished(TestDatabase database) {
    var rooms = new Rooms(database);
    rooms.environments.create(ADMIN, environment("production", null));
    rooms.environments.create(ADMIN, environment("development", "postgres"));
    rooms.dcs.create(ADMIN, lab());
    return rooms;
  }

  static Environment environment(String name, @org.jspecify.annotations.Nullable String owner) {
    return new Environment(
        name,
        "#B24A00",
        name.equals("production"),
        Criticality.HIGH,
        owner == null ? "postgres" : "dba",
        owner,
        0);
  }

  static DcsDraft lab() {
    return new DcsDraft(
        "lab",
        List.of("https://10.77.0.11:2379"),
        "/service/",
        "production",
        IdentityDraft.NONE,
        null,
        null,
        null);
  }

  static HostDraft host(String name, String address) {
    return new HostDraft(name, new HostAddress(address), 22, "production", "paris");
  }

  static InetAddress ip(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Nobody answers; what was asked is remembered. */
  private final class SilentRest implements PatroniRest {
    private RestFailed silent(RestTarget target) {
      restAsked.add(target.base().toString());
      return new RestFailed(RestTrouble.TIMED_OUT, "silence");
    }

    @Override
    public PatroniStatus status(RestTarget target, Duration limit) throws RestFailed {
      throw silent(target);
    }

    @Override
    public Primary primary(RestTarget target, Duration limit) throws RestFailed {
      throw silent(target);
    }

    @Override
    public RestCluster cluster(RestTarget target, Duration limit) throws RestFailed {
      throw silent(target);
    }

    @Override
    public DynamicConfig config(RestTarget target, Duration limit) throws RestFailed {
      throw silent(target);
    }

    @Override
    public List<HistoryEntry> history(RestTarget target, Duration limit) throws RestFailed {
      throw silent(target);
    }
  }
}
