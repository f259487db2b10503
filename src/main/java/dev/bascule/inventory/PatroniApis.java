package dev.bascule.inventory;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.RestTarget;
import java.util.Optional;

/** The door to Patroni's REST: only towards hosts that a person added to the inventory. */
public interface PatroniApis {
  /**
   * Decides whether the REST that a member publishes may be asked, and with which identity. May ask
   * the name service, so it may wait.
   *
   * @param apiUrl as the member publishes it; untrusted
   */
  RestAccess access(ClusterId cluster, String apiUrl);

  /**
   * The REST of an expected member, as it last published it; empty when it published none, isn't
   * expected, or must not be asked. May ask the name service, so it may wait.
   */
  Optional<RestTarget> target(ClusterId cluster, MemberName member);
}
