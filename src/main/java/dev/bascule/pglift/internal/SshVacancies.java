package dev.bascule.pglift.internal;

import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Pglift;
import dev.bascule.pglift.SiteRules;
import dev.bascule.pglift.Vacancies;
import dev.bascule.pglift.Vacancy;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks pglift for its settings and instances, and the host for the rest with one command. */
@Component
final class SshVacancies implements Vacancies {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Binds to no port and writes nothing: it only tries to connect, and looks at files. */
  private static final String LOOK =
      """
      import json, os, socket, sys
      program, data, ports, etcd = sys.argv[1], sys.argv[2], sys.argv[3].split(","), sys.argv[4:]
      def connects(host, port):
          try:
              socket.create_connection((host, int(port)), 2).close()
              return True
          except (OSError, ValueError):
              return False
      def listening():
          found = set()
          for name in ("/proc/net/tcp", "/proc/net/tcp6"):
              try:
                  with open(name) as lines:
                      for line in list(lines)[1:]:
                          word = line.split()
                          if word[3] == "0A":
                              found.add(int(word[1].rsplit(":", 1)[1], 16))
              except OSError:
                  pass
          return found
      there = listening()
      while data and not os.path.isdir(data):
          data = os.path.dirname(data) if data != "/" else ""
      free = None
      if data:
          room = os.statvfs(data)
          free = room.f_bavail * room.f_frsize
      print(json.dumps({
          "program": os.access(program, os.X_OK),
          "taken": [int(p) for p in ports if int(p) in there],
          "etcd": sum(1 for e in etcd if connects(e.rsplit(":", 1)[0].strip("[]"), e.rsplit(":", 1)[1] if ":" in e else "2379")),
          "free": free}))
      """;

  private final Ssh ssh;
  private final Pglift pglift;

  SshVacancies(Ssh ssh, Pglift pglift) {
    this.ssh = ssh;
    this.pglift = pglift;
  }

  @Override
  public Vacancy look(SshTarget target, InstanceName instance, List<Integer> ports)
      throws SshFailure {
    String version = pglift(target, "--version");
    SiteSettings settings =
        SiteSettings.read(pglift(target, "site-settings", "-o", "json"))
            .orElseThrow(() -> failure(target, "pglift's settings are no JSON"));
    List<Instance> instances = pglift.instances(target);
    SiteRules rules = settings.rules();
    JsonNode found = look(target, settings, rules, instance, ports);
    var taken = new ArrayList<Integer>();
    found.path("taken").forEach(port -> taken.add(port.asInt()));
    JsonNode free = found.path("free");
    return new Vacancy(
        Words.version(version).orElse(""),
        rules,
        found.path("program").asBoolean(false),
        instances,
        taken,
        found.path("etcd").asInt(0),
        free.isIntegralNumber() ? free.longValue() : null);
  }

  private JsonNode look(
      SshTarget target,
      SiteSettings settings,
      @Nullable SiteRules rules,
      InstanceName instance,
      List<Integer> ports)
      throws SshFailure {
    var words = new ArrayList<String>();
    words.addAll(List.of("python3", "-c", LOOK));
    words.add(named(settings.path("bindir"), instance) + "/postgres");
    words.add(named(settings.path("datadir"), instance));
    words.add(String.join(",", ports.stream().map(String::valueOf).toList()));
    Optional.ofNullable(rules).map(SiteRules::etcd).ifPresent(words::addAll);
    ExecResult result = ssh.exec(target, new Argv(words), ExecLimits.LONG);
    try {
      if (result.ok() && !result.truncated()) {
        return JSON.readTree(result.stdout());
      }
    } catch (JacksonException e) {
      throw failure(target, "the host's answer is no JSON");
    }
    throw failure(target, SshPsql.said(result.stderr()));
  }

  private static String named(String path, InstanceName instance) {
    return path.replace("{version}", instance.version()).replace("{name}", instance.name());
  }

  private String pglift(SshTarget target, String... words) throws SshFailure {
    Argv command = Argv.of(words).after(List.of("pglift", "--non-interactive"));
    ExecResult result = ssh.exec(target, command, ExecLimits.LONG);
    if (!result.ok() || result.truncated()) {
      throw failure(target, SshPsql.said(result.stderr()));
    }
    return result.stdout();
  }

  private static SshFailure failure(SshTarget target, String said) {
    return new SshFailure(SshTrouble.OTHER, false, target + ": " + said, null);
  }
}
