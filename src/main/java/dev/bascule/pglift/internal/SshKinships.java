package dev.bascule.pglift.internal;

import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Kinships;
import dev.bascule.pglift.Manifest;
import dev.bascule.pglift.SiteRules;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads Patroni's configuration of a member, and its password file. What it read is in no error.
 */
@Component
final class SshKinships implements Kinships {
  private static final int LARGEST = 256 * 1024;
  private static final Pattern LINE = Pattern.compile("(?<!\\\\):");

  private final Ssh ssh;

  SshKinships(Ssh ssh) {
    this.ssh = ssh;
  }

  @Override
  public Kinship of(SshTarget target, InstanceEnv instance, String settings) throws SshFailure {
    SiteRules rules = SiteSettings.read(settings).map(SiteSettings::rules).orElse(null);
    String file =
        instance
            .configFile()
            .orElseThrow(() -> failure(target, "the instance names no configuration of Patroni"));
    String configuration =
        read(target, file).orElseThrow(() -> failure(target, file + " can't be read"));
    String stanza = instance.values().get("PGBACKREST_STANZA");
    @Nullable String passwords = null;
    String passfile = instance.values().get("PGPASSFILE");
    if (stanza != null && passfile != null) {
      passwords = read(target, passfile).orElse(null);
    }
    return of(configuration, passwords, stanza, instance.port().orElse(""), rules)
        .orElseThrow(() -> failure(target, file + " is no configuration of Patroni"));
  }

  private Optional<String> read(SshTarget target, String file) throws SshFailure {
    ExecResult result =
        ssh.exec(
            target,
            Argv.of("cat", "--", file),
            new ExecLimits(ExecLimits.SHORT.timeout(), LARGEST));
    return result.ok() && !result.truncated() ? Optional.of(result.stdout()) : Optional.empty();
  }

  static Optional<Kinship> of(
      String configuration,
      @Nullable String passwords,
      @Nullable String stanza,
      String port,
      @Nullable SiteRules rules) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(30);
    Object all;
    try {
      all = new Yaml(new SafeConstructor(options)).load(configuration);
    } catch (YAMLException e) {
      // what it says quotes the file
      return Optional.empty();
    }
    var secrets = new TreeMap<String, String>();
    put(
        secrets,
        Manifest.SUPERUSER,
        at(all, "postgresql", "authentication", "superuser", "password"));
    put(
        secrets,
        Manifest.REPLICATION,
        at(all, "postgresql", "authentication", "replication", "password"));
    put(secrets, Manifest.ETCD, at(all, "etcd3", "password"));
    put(secrets, Manifest.API, at(all, "restapi", "authentication", "password"));
    if (passwords != null && rules != null) {
      put(secrets, Manifest.BACKUP, password(passwords, port, rules.roles().getLast()));
    }
    return at(all, "scope") == null
        ? Optional.empty()
        : Optional.of(
            new Kinship(
                stanza,
                at(all, "etcd3", "username"),
                at(all, "restapi", "authentication", "username"),
                rules,
                secrets));
  }

  private static void put(SortedMap<String, String> secrets, String name, @Nullable String secret) {
    if (secret != null && !secret.isEmpty()) {
      secrets.put(name, secret);
    }
  }

  private static @Nullable String at(@Nullable Object from, String... path) {
    Object at = from;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at instanceof String || at instanceof Number ? at.toString() : null;
  }

  /** The first of the role's lines that fits the port, as libpq takes it. */
  private static @Nullable String password(String passfile, String port, String role) {
    return passfile
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> LINE.split(line, 5))
        .filter(part -> part.length == 5)
        .filter(part -> part[1].equals("*") || part[1].equals(port))
        .filter(part -> part[3].equals(role))
        .map(part -> part[4].replaceAll("\\\\(.)", "$1"))
        .findFirst()
        .orElse(null);
  }

  private static SshFailure failure(SshTarget target, String said) {
    return new SshFailure(SshTrouble.OTHER, false, target + ": " + said, null);
  }
}
