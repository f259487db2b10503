package showroom;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.CrossCheck;
import dev.bascule.topology.CloseLook;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Nobody is there to be asked. */
public final class FakeCloseLook implements CloseLook {
  @Override
  public Map<MemberName, Answer> ask(ClusterId cluster, Duration limit) {
    return Map.of();
  }

  @Override
  public Runnable keep(ClusterId cluster) {
    return () -> {};
  }

  @Override
  public List<CrossCheck.Difference> crossCheck(ClusterId cluster, Duration limit) {
    return List.of();
  }
}
