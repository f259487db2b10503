package dev.bascule.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A made-up healthy cluster of three members, written as Patroni 4.1 writes one: only its leader
 * and its places move. Its addresses are of a network for documentation, so nobody is ever asked.
 */
final class MadeCluster {
  private final Account account;
  private final String name;
  private final List<String> members;
  private int leader;
  private int timeline = 1;
  private long place = 67_108_864L;

  MadeCluster(Account account, String name) {
    this.account = account;
    this.name = name;
    this.members = IntStream.rangeClosed(1, 3).mapToObj(i -> name + "-pg" + i).toList();
  }

  String name() {
    return name;
  }

  synchronized String leader() {
    return members.get(leader);
  }

  /** All its keys in one revision. */
  synchronized CompletableFuture<?> create() {
    var keys = new LinkedHashMap<String, String>();
    keys.put(
        key("config"),
        "{\"loop_wait\":10,\"ttl\":30,\"retry_timeout\":10,\"maximum_lag_on_failover\":1048576}");
    keys.put(
        key("initialize"),
        "77113217160340" + String.format("%05d", Math.floorMod(name.hashCode(), 100_000)));
    keys.put(key("leader"), leader());
    keys.put(key("status"), status());
    for (int i = 0; i < members.size(); i++) {
      keys.put(key("members/" + members.get(i)), member(i));
    }
    return account.write(name, keys);
  }

  /**
   * The next member takes the lock, and no more: as Patroni does, the members' keys follow later.
   */
  synchronized Change nextLeader() {
    leader = (leader + 1) % members.size();
    timeline++;
    return new Change(leader(), Map.of(key("leader"), leader()));
  }

  /** What Patroni writes in the second after another took the lock. */
  synchronized CompletableFuture<?> settle() {
    var keys = new LinkedHashMap<String, String>();
    keys.put(key("status"), status());
    for (int i = 0; i < members.size(); i++) {
      keys.put(key("members/" + members.get(i)), member(i));
    }
    return account.write(name, keys);
  }

  /** Another leader with all that belongs to it, in one revision. */
  synchronized CompletableFuture<?> turnOver() {
    leader = (leader + 1) % members.size();
    var keys = new LinkedHashMap<String, String>();
    keys.put(key("leader"), leader());
    for (int i = 0; i < members.size(); i++) {
      keys.put(key("members/" + members.get(i)), member(i));
    }
    return account.write(name, keys);
  }

  /** WAL was written: the leader's place, or a replica's. */
  synchronized CompletableFuture<?> move(int which) {
    place += 8_192;
    return account.write(
        name,
        which < members.size()
            ? Map.of(key("members/" + members.get(which)), member(which))
            : Map.of(key("status"), status()));
  }

  private String key(String path) {
    return "/service/" + name + "/" + path;
  }

  private String status() {
    return "{\"optime\":%d}".formatted(place);
  }

  private String member(int index) {
    var leads = index == leader;
    var address = "192.0.2." + (11 + index);
    return "{\"conn_url\":\"postgres://%s:5432/postgres\",\"api_url\":\"https://%s:8008/patroni\",\"state\":\"running\",\"role\":\"%s\",\"version\":\"4.1.5\",\"xlog_location\":%d%s,\"timeline\":%d}"
        .formatted(
            address,
            address,
            leads ? "primary" : "replica",
            place,
            leads
                ? ""
                : ",\"replay_lsn\":%d,\"receive_lsn\":%d,\"replication_state\":\"streaming\""
                    .formatted(place, place),
            timeline);
  }

  /** A leader change that is not written yet. */
  record Change(String to, Map<String, String> keys) {}
}
