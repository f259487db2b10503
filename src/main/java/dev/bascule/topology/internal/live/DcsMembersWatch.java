package dev.bascule.topology.internal.live;

import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsMember;
import dev.bascule.topology.DcsMembers;
import dev.bascule.topology.DcsStrip;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks each DCS now and then how its members are. */
@Component
class DcsMembersWatch implements DcsMembers {
  private static final Logger log = LoggerFactory.getLogger(DcsMembersWatch.class);

  private final LiveFleet fleet;
  private final Dcs dcs;
  private static final int UNKNOWN = -1;

  private final Clock clock;
  private final Map<String, DcsStrip> strips = new ConcurrentHashMap<>();
  private final Map<String, Integer> lastMayGo = new ConcurrentHashMap<>();
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  DcsMembersWatch(LiveFleet fleet, Dcs dcs, Clock clock) {
    this.fleet = fleet;
    this.dcs = dcs;
    this.clock = clock;
  }

  @Override
  public DcsStrip of(String name) {
    return strips.getOrDefault(name, DcsStrip.UNKNOWN);
  }

  @Scheduled(fixedDelay = 5000)
  void look() {
    for (var feed : fleet.feeds()) {
      if (asking.add(feed.name())) {
        Thread.ofVirtual().name("dcs-members-" + feed.name()).start(() -> ask(feed));
      }
    }
  }

  void ask(DcsFeed feed) {
    try {
      var members = dcs.members(feed.connection());
      strips.put(feed.name(), new DcsStrip(members, clock.instant()));
      var mayGo = settled(feed.name(), mayGo(members));
      feed.states()
          .forEach(
              state ->
                  feed.surrounded(state.id(), around -> around.withDcsMembersThatMayGo(mayGo)));
    } catch (RuntimeException e) {
      log.warn("the members of DCS {} could not be asked: {}", feed.name(), e.toString());
    } finally {
      asking.remove(feed.name());
    }
  }

  /**
   * One late answer of a busy member is no loss, and would be news of every cluster twice: fewer
   * are believed at the second look.
   */
  private OptionalInt settled(String dcs, int now) {
    var before = lastMayGo.put(dcs, now);
    var believed = before == null ? now : Math.max(before, now);
    return believed == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(believed);
  }

  /** A majority of all must be left. When nobody answers it may be the console that is cut off. */
  private static int mayGo(List<DcsMember> members) {
    if (members.stream().allMatch(member -> member.state() == DcsMember.State.AWAY)) {
      return UNKNOWN;
    }
    var there =
        members.stream()
            .filter(
                member ->
                    member.state() == DcsMember.State.LEADER
                        || member.state() == DcsMember.State.FOLLOWER)
            .count();
    return (int) Math.max(0, there - (members.size() / 2 + 1));
  }
}
