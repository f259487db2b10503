package dev.bascule.inventory;

import dev.bascule.ssh.SshTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a host.
 *
 * @param environment says as whom the console logs in
 * @param keys the host keys that people confirmed; empty: nothing is sent to it yet
 * @param alarm set while it shows another key than those; nothing is sent to it then
 * @param version counts changes of the draft
 */
public record HostRecord(
    HostId id,
    HostDraft draft,
    Environment environment,
    List<PinnedKey> keys,
    @Nullable HostAlarm alarm,
    long version) {
  /** Copies. */
  public HostRecord {
    keys = List.copyOf(keys);
  }

  /** Its name. */
  public String name() {
    return draft.name();
  }

  /** Where it is reached. */
  public HostAddress address() {
    return draft.address();
  }

  /** Where it stands; empty when not said. */
  public String site() {
    return draft.site();
  }

  /** What it shows instead of the confirmed key, if it does. */
  public Optional<HostAlarm> alarmed() {
    return Optional.ofNullable(alarm);
  }

  /** Where and as whom to log in; without a confirmed key the connection will be refused. */
  public SshTarget target() {
    return new SshTarget(
        draft.address().value(),
        draft.port(),
        environment.account(),
        environment.owner(),
        keys.stream().map(key -> key.key().fingerprint()).toList());
  }
}
