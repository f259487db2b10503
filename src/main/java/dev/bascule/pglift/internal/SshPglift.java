package dev.bascule.pglift.internal;

import dev.bascule.pglift.HostProbe;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Pglift;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls pglift; every start of it costs the host about a second. */
@Component
final class SshPglift implements Pglift {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 10_000;

  private final Ssh ssh;
  private final Clock clock;
  private final Map<Place, Remembered> environments = new ConcurrentHashMap<>();

  SshPglift(Ssh ssh, Clock clock) {
    this.ssh = ssh;
    this.clock = clock;
  }

  private record Place(String host, int port, String owner, InstanceName instance) {
    static Place of(SshTarget target, InstanceName instance) {
      return new Place(target.host(), target.port(), target.runsAs(), instance);
    }
  }

  private record Remembered(InstanceEnv environment, Instant at) {}

  @Override
  public HostProbe probe(SshTarget target) throws SshFailure {
    var name = ssh.exec(target, Argv.of("uname", "-n"), ExecLimits.SHORT).stdout().strip();
    @Nullable String trouble = null;
    @Nullable String version = null;
    @Nullable String settings = null;
    List<Instance> instances = List.of();
    var found = new HashMap<InstanceName, InstanceEnv>();
    try {
      version = ask(target, Words::version, "--version");
      settings = ask(target, Words::settings, "site-settings", "-o", "json");
      instances = instances(target);
      for (Instance instance : instances) {
        found.put(instance.name(), read(target, instance.name()));
      }
    } catch (SshFailure e) {
      if (e.trouble() != SshTrouble.OTHER) {
        throw e;
      }
      trouble = e.getMessage();
    }
    return new HostProbe(shortened(name), version, settings, instances, found, trouble);
  }

  @Override
  public List<Instance> instances(SshTarget target) throws SshFailure {
    return ask(target, Words::instances, "instance", "list", "-o", "json");
  }

  @Override
  public InstanceEnv environment(SshTarget target, InstanceName instance) throws SshFailure {
    var known = environments.get(Place.of(target, instance));
    return known != null && known.at().plus(KEPT).isAfter(clock.instant())
        ? known.environment()
        : read(target, instance);
  }

  private InstanceEnv read(SshTarget target, InstanceName instance) throws SshFailure {
    var environment =
        ask(target, Words::environment, "instance", "env", instance.toString(), "-o", "json");
    if (environments.size() >= MOST_KEPT) {
      environments.clear();
    }
    environments.put(Place.of(target, instance), new Remembered(environment, clock.instant()));
    return environment;
  }

  private <T> T ask(SshTarget target, Function<String, Optional<T>> read, String... words)
      throws SshFailure {
    var command = Argv.of(words).after(List.of("pglift", "--non-interactive"));
    var result = ssh.exec(target, command, ExecLimits.LONG);
    return Optional.of(result)
        .filter(it -> it.ok() && !it.truncated())
        .flatMap(it -> read.apply(it.stdout()))
        .orElseThrow(
            () ->
                new SshFailure(
                    SshTrouble.OTHER,
                    false,
                    target
                        + ": pglift "
                        + String.join(" ", words)
                        + ": exit "
                        + result.exit()
                        + ": "
                        + SshPsql.said(result.stderr()),
                    null));
  }

  private static String shortened(String name) {
    return name.length() <= 255 ? name : name.substring(0, 255);
  }
}
