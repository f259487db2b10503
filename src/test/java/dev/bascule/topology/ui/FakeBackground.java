package dev.bascule.topology.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Background that are what they are told to be. */
public final class FakeBackground implements Background {
  private static final Environment PROD = new Environment("prod", "#c0392b", true);
  private static final Environment TEST = new Environment("test", "#2f7d6b", false);

  private final Map<ClusterId, Kept> kept = new ConcurrentHashMap<>();
  private final Map<ClusterId, EntryPoint> entryPoints = new ConcurrentHashMap<>();
  private volatile boolean anyDcs = true;

  /** Keeps a cluster in production or in test, with everything one can keep. */
  public void keep(ClusterId id, boolean production) {
    kept.put(
        id,
        new Kept(
            production ? PROD : TEST,
            null,
            "shop",
            "team payments",
            "+33 1 23 45 67 89",
            "https://wiki.example.net/runbooks/shop"));
  }

  /** Keeps nothing of a cluster but a runbook. */
  void keepRunbook(ClusterId id, String address) {
    kept.put(id, new Kept(null, null, null, null, null, address));
  }

  /** Who holds the address of a cluster. */
  public void entry(ClusterId id, @Nullable Instant nobodySince, String... holders) {
    entryPoints.put(
        id,
        new EntryPoint(
            "VIP",
            "10.10.0.100",
            List.of(holders).stream().map(MemberName::new).toList(),
            nobodySince));
  }

  /** Whether any DCS is known. */
  public void anyDcs(boolean any) {
    anyDcs = any;
  }

  @Override
  public Kept kept(ClusterId cluster) {
    return kept.getOrDefault(cluster, Kept.NOTHING);
  }

  @Override
  public List<Environment> environments() {
    return List.of(PROD, TEST);
  }

  @Override
  public boolean anyDcs() {
    return anyDcs;
  }

  @Override
  public Optional<String> site(ClusterId cluster, MemberName member) {
    return Optional.ofNullable(kept(cluster).site());
  }

  @Override
  public List<DcsMemberSeen> dcsMembers(String dcs) {
    return List.of(
        new DcsMemberSeen("etcd1", "leader", "srv-pg1"),
        new DcsMemberSeen("etcd2", "follower", "srv-pg2"),
        new DcsMemberSeen("etcd3", "follower", "srv-pg3"));
  }

  @Override
  public Optional<EntryPoint> entryPoint(ClusterId cluster) {
    return Optional.ofNullable(entryPoints.get(cluster));
  }

  @Override
  public Optional<String> hostLink(ClusterId cluster, MemberName member) {
    return Optional.empty();
  }
}
