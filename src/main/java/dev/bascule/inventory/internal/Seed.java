package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.ssh.HostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A first inventory, read from a file and checked as a whole before any of it is kept.
 * docs/inventory-seed.md describes the file.
 */
record Seed(
    List<Environment> environments,
    List<DcsDraft> dcs,
    List<SeededHost> hosts,
    List<SeededCluster> clusters) {

  /**
   * A host.
   *
   * @param key null: a person confirms it later
   */
  record SeededHost(HostDraft draft, @Nullable HostKey key) {}

  /** A cluster, described before it is seen. */
  record SeededCluster(ClusterId id, ClusterDetails details) {}

  /**
   * Reads a file.
   *
   * @throws Unreadable with the place and the reason, without any of its secrets
   */
  static Seed read(Path file) {
    var top = SeedNode.read(file);
    top.only("environments", "dcs", "hosts", "clusters");
    return new Seed(
        top.list("environments").stream().map(Seed::environment).toList(),
        top.list("dcs").stream().map(node -> dcs(node, file)).toList(),
        top.list("hosts").stream().map(Seed::host).toList(),
        top.list("clusters").stream().map(Seed::cluster).toList());
  }

  private static Environment environment(SeedNode node) {
    node.only("name", "colour", "production", "criticality", "ssh-account", "sudo-user");
    return node.checked(
        () ->
            new Environment(
                node.text("name"),
                node.text("colour"),
                node.flag("production"),
                criticality(node).orElse(Criticality.MEDIUM),
                node.text("ssh-account"),
                node.optional("sudo-user").orElse(null),
                0));
  }

  private static Optional<Criticality> criticality(SeedNode node) {
    return node.optional("criticality")
        .map(
            code ->
                Criticality.parse(code)
                    .orElseThrow(() -> new Unacceptable("criticality", "unknown", code)));
  }

  private static DcsDraft dcs(SeedNode node, Path file) {
    node.only(
        "name",
        "endpoints",
        "prefix",
        "environment",
        "ca",
        "certificate",
        "key",
        "user",
        "password",
        "rest");
    return node.checked(
        () ->
            new DcsDraft(
                node.text("name"),
                node.texts("endpoints"),
                node.optional("prefix").orElse(""),
                node.optional("environment").orElse(""),
                identity(node, file),
                node.optional("user").orElse(null),
                node.optional("password").orElse(null),
                node.child("rest")
                    .map(
                        rest -> {
                          rest.only("ca", "certificate", "key");
                          return identity(rest, file);
                        })
                    .orElse(null)));
  }

  private static IdentityDraft identity(SeedNode node, Path file) {
    return new IdentityDraft(
        pem(node, "ca", file), pem(node, "certificate", file), pem(node, "key", file));
  }

  private static @Nullable String pem(SeedNode node, String name, Path file) {
    var path = node.optional(name).orElse(null);
    if (path == null) {
      return null;
    }
    var beside = file.toAbsolutePath().resolveSibling(path);
    try {
      if (Files.size(beside) > PemTexts.LARGEST) {
        throw new Unacceptable(name, "pem.too.large", PemTexts.LARGEST / 1024);
      }
      return Files.readString(beside);
    } catch (IOException e) {
      throw new Unreadable(node.place() + "." + name + ": the file " + beside + " can't be read");
    }
  }

  private static SeededHost host(SeedNode node) {
    node.only("name", "address", "port", "environment", "site", "host-key");
    return node.checked(
        () ->
            new SeededHost(
                new HostDraft(
                    node.text("name"),
                    new HostAddress(node.text("address")),
                    node.number("port").orElse(HostDraft.SSH_PORT),
                    node.text("environment"),
                    node.optional("site").orElse("")),
                node.optional("host-key").map(Seed::hostKey).orElse(null)));
  }

  /** From a line of {@code known_hosts} without its first word: type and key. */
  static HostKey hostKey(String line) {
    var words = line.strip().split("\\s+");
    if (words.length < 2 || !words[0].matches("[a-z0-9@.-]{3,60}")) {
      throw new Unacceptable("host-key", "not.a.host.key");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(words[1]));
      return new HostKey(
          words[0], "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
    } catch (IllegalArgumentException e) {
      throw new Unacceptable("host-key", "not.a.host.key");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static SeededCluster cluster(SeedNode node) {
    node.only(
        "dcs",
        "name",
        "environment",
        "site",
        "application",
        "owner",
        "on-call",
        "criticality",
        "runbook",
        "tags",
        "entry-point");
    return node.checked(
        () ->
            new SeededCluster(
                new ClusterId(node.text("dcs"), node.text("name")),
                new ClusterDetails(
                    node.optional("environment").orElse(""),
                    node.optional("site").orElse(""),
                    node.optional("application").orElse(""),
                    node.optional("owner").orElse(""),
                    node.optional("on-call").orElse(""),
                    criticality(node).orElse(null),
                    node.optional("runbook").orElse(""),
                    new HashSet<>(node.texts("tags")),
                    node.child("entry-point").map(Seed::entryPoint).orElse(null))));
  }

  private static EntryPoint entryPoint(SeedNode node) {
    node.only("kind", "address");
    return new EntryPoint(node.text("kind"), node.text("address"));
  }

  /** How much there is, for the log. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    parts.add(environments.size() + " environments");
    parts.add(dcs.size() + " DCS");
    parts.add(hosts.size() + " hosts");
    parts.add(clusters.size() + " clusters");
    return String.join(", ", parts);
  }

  /** The file can't be used; says where and why. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }
}
