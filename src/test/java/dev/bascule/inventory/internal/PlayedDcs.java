package dev.bascule.inventory.internal;

import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.dcs.DcsMember;
import dev.bascule.dcs.DcsSnapshot;
import dev.bascule.dcs.DcsTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A DCS whose tests come out as a test says. */
final class PlayedDcs implements Dcs {
  DcsTest answer = new DcsTest(List.of(), List.of("maincluster"), null);
  @Nullable DcsConnection tested;

  @Override
  public DcsStream follow(DcsConnection connection, Consumer<DcsEvent> consumer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DcsSnapshot read(DcsConnection connection, String prefix, Duration limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DcsTest test(DcsConnection connection) {
    tested = connection;
    return answer;
  }

  @Override
  public Optional<Duration> leaseLeft(DcsConnection connection, long lease, Duration limit) {
    return Optional.empty();
  }

  @Override
  public List<DcsMember> members(DcsConnection connection) {
    return List.of();
  }
}
