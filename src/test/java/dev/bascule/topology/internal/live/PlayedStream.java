package dev.bascule.topology.internal.live;

import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.dcs.DcsMember;
import dev.bascule.dcs.DcsSnapshot;
import dev.bascule.dcs.DcsTest;
import dev.bascule.dcs.DcsTrouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A DCS whose events the test tells, and whose reads answer with what was told last. */
final class PlayedStream implements Dcs {
  static final DcsConnection CONNECTION =
      new DcsConnection(
          "lab", List.of("http://192.0.2.1:2379"), "/service/", null, null, null, null, null);

  private volatile @Nullable Consumer<DcsEvent> consumer;
  private volatile @Nullable DcsSnapshot there;

  private volatile List<DcsMember> members = List.of();

  /** How its members are from now on. */
  void members(DcsMember.State... states) {
    members =
        Arrays.stream(states)
            .map(state -> new DcsMember("http://192.0.2.1:2379", state, null, 0, 0, null))
            .toList();
  }

  void tell(DcsEvent event) {
    if (event instanceof DcsEvent.Listed(var revision, var entries, var at)) {
      there = new DcsSnapshot(revision, entries);
    }
    Objects.requireNonNull(consumer).accept(event);
  }

  @Override
  public DcsStream follow(DcsConnection connection, Consumer<DcsEvent> consumer) {
    this.consumer = consumer;
    return () -> {};
  }

  @Override
  public DcsSnapshot read(DcsConnection connection, String prefix, Duration limit)
      throws DcsUnreachable {
    var present = there;
    if (present == null) {
      throw new DcsUnreachable(DcsTrouble.TIMED_OUT, "nothing was listed");
    }
    return new DcsSnapshot(
        present.revision(),
        present.entries().stream().filter(entry -> entry.key().startsWith(prefix)).toList());
  }

  @Override
  public DcsTest test(DcsConnection connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Duration> leaseLeft(DcsConnection connection, long lease, Duration limit) {
    return Optional.empty();
  }

  @Override
  public List<DcsMember> members(DcsConnection connection) {
    return members;
  }
}
