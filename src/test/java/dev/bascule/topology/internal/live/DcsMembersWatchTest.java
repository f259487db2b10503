package dev.bascule.topology.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.dcs.DcsMember.State;
import dev.bascule.inventory.ClusterId;
import dev.bascule.support.Samples;
import dev.bascule.topology.Surroundings;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many members of the DCS may still go, as every cluster's way out says. */
class DcsMembersWatchTest {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");

  private final PlayedStream dcs = new PlayedStream();
  private final LiveFleet fleet = new LiveFleet(Clock.systemUTC());
  private final DcsMembersWatch watch = new DcsMembersWatch(fleet, dcs, Clock.systemUTC());

  private OptionalInt mayGo() {
    return fleet.cluster(MAIN).orElseThrow().wayOut().dcsMembersThatMayGo();
  }

  private DcsFeed followed() {
    var feed =
        new DcsFeed(
            PlayedStream.CONNECTION,
            dcs,
            fleet,
            Clock.systemUTC(),
            id -> Surroundings.NONE,
            Set::of);
    fleet.replace(feed);
    dcs.tell(Samples.moment("18-two-clusters"));
    return feed;
  }

  @Test
  void saysNothingWhenNobodyAnswers() {
    var feed = followed();
    dcs.members(State.AWAY, State.AWAY, State.AWAY);
    watch.ask(feed);
    assertThat(mayGo()).isEmpty();

    dcs.members(State.LEADERLESS, State.AWAY, State.AWAY);
    watch.ask(feed);
    assertThat(mayGo()).hasValue(0);
  }

  @Test
  void believesThatAMemberIsLostAtTheSecondLook() {
    var feed = followed();
    dcs.members(State.LEADER, State.FOLLOWER, State.FOLLOWER);
    watch.ask(feed);
    assertThat(mayGo()).hasValue(1);

    dcs.members(State.LEADER, State.FOLLOWER, State.AWAY);
    watch.ask(feed);
    assertThat(mayGo()).hasValue(1);
    watch.ask(feed);
    assertThat(mayGo()).hasValue(0);

    dcs.members(State.LEADER, State.FOLLOWER, State.FOLLOWER);
    watch.ask(feed);
    assertThat(mayGo()).hasValue(1);
  }
}
