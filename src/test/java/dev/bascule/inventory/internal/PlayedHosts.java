package dev.bascule.inventory.internal;

import dev.bascule.pglift.HostProbe;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Pglift;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hosts that answer as a test says: their key, who may log in, and what pglift tells. */
final class PlayedHosts implements Ssh, Pglift {
  static final HostKey KEY =
      new HostKey("ssh-ed25519", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  static final HostKey OTHER =
      new HostKey("ssh-ed25519", "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB");

  HostKey key = KEY;
  @Nullable SshTrouble scanTrouble;
  @Nullable SshTrouble loginTrouble;
  @Nullable SshTrouble sudoTrouble;
  HostProbe probe = new HostProbe("srv-pg1", "3.3.0", "{}", List.of(), Map.of(), null);
  final List<String> contacted = new ArrayList<>();
  private final Map<InstanceName, InstanceEnv> environments = new HashMap<>();

  void runs(String name, String scope, String member) {
    var instance = InstanceName.parse(name).orElseThrow();
    environments.put(
        instance,
        new InstanceEnv(
            Map.of(
                "PATRONI_SCOPE",
                scope,
                "PATRONI_NAME",
                member,
                "PATRONICTL_CONFIG_FILE",
                "/etc/patroni/" + instance.qualified() + ".yaml",
                "PGPASSWORD",
                "s3cret")));
    probe =
        new HostProbe(
            member,
            "3.3.0",
            "{}",
            environments.keySet().stream()
                .map(one -> new Instance(one, 5432, "/pgdata/" + one, true))
                .toList(),
            environments,
            null);
  }

  @Override
  public ExecResult exec(SshTarget target, Argv command, ExecLimits limits) throws SshFailure {
    contacted.add(target.toString());
    checkKey(target);
    fail(loginTrouble);
    if (target.owner() != null) {
      fail(sudoTrouble);
    }
    return new ExecResult(0, target.runsAs() + "\n", "", false, Duration.ofMillis(5));
  }

  @Override
  public ExecResult exec(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure {
    return exec(target, command, limits);
  }

  private void checkKey(SshTarget target) throws SshFailure {
    if (!target.fingerprints().contains(key.fingerprint())) {
      throw new SshFailure(
          target.fingerprints().isEmpty()
              ? SshTrouble.HOST_KEY_UNKNOWN
              : SshTrouble.HOST_KEY_CHANGED,
          true,
          "another key",
          null,
          key.fingerprint());
    }
  }

  private static void fail(@Nullable SshTrouble trouble) throws SshFailure {
    if (trouble != null) {
      throw new SshFailure(trouble, true, "as the test says", null);
    }
  }

  @Override
  public HostKey scan(String host, int port) throws SshFailure {
    contacted.add(host + ":" + port);
    fail(scanTrouble);
    return key;
  }

  @Override
  public void forget(SshTarget target) {}

  @Override
  public HostProbe probe(SshTarget target) throws SshFailure {
    exec(target, Argv.of("pglift"), ExecLimits.LONG);
    return probe;
  }

  @Override
  public List<Instance> instances(SshTarget target) {
    return probe.instances();
  }

  @Override
  public InstanceEnv environment(SshTarget target, InstanceName instance) {
    return environments.getOrDefault(instance, new InstanceEnv(Map.of()));
  }
}
