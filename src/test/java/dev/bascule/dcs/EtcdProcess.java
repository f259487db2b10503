package dev.bascule.dcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A real etcd of one or three members on this machine's loopback, with TLS, client certificates and
 * authentication as in the lab: root, and a {@code console} that may read below {@code /service/},
 * both known by their certificate's common name.
 */
public final class EtcdProcess implements AutoCloseable {
  private final Path directory;
  private final TestPki pki;
  private final TestPki.Issued root;
  private final List<Member> members = new ArrayList<>();

  private static final class Member {
    private final String name;
    private final int clientPort;
    private final int peerPort;
    private @Nullable Process process;

    Member(String name, int clientPort, int peerPort) {
      this.name = name;
      this.clientPort = clientPort;
      this.peerPort = peerPort;
    }
  }

  private EtcdProcess(int size, TestPki pki, TestPki.Issued server) {
    try {
      this.directory = Files.createTempDirectory("bascule-etcd-");
      this.pki = pki;
      this.root = pki.client("root");
      write("ca.pem", pki.caPem());
      write("server.pem", server.certificatePem());
      write("server-key.pem", server.keyPem());
      write("root.pem", root.certificatePem());
      write("root-key.pem", root.keyPem());
      for (var i = 0; i < size; i++) {
        members.add(new Member("m" + i, freePort(), freePort()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts members, makes the users and turns authentication on. */
  public static EtcdProcess start(int size, TestPki pki) {
    return start(size, pki, pki.server("127.0.0.1", "localhost"));
  }

  /** Likewise, with a certificate of the test's own for the servers. */
  public static EtcdProcess start(int size, TestPki pki, TestPki.Issued server) {
    var etcd = new EtcdProcess(size, pki, server);
    IntStream.range(0, size).forEach(etcd::up);
    return etcd;
  }

  /** Users and permissions; the caller must trust the servers' certificate to have called this. */
  public EtcdProcess withUsers() {
    awaitHealthy();
    ctl("user", "add", "root", "--no-password");
    ctl("user", "grant-role", "root", "root");
    ctl("role", "add", "reader");
    ctl("role", "grant-permission", "reader", "--prefix=true", "read", "/service/");
    ctl("user", "add", "console", "--no-password");
    ctl("user", "grant-role", "console", "reader");
    ctl("user", "add", "stranger", "--no-password");
    ctl("user", "add", "reader:secret");
    ctl("user", "grant-role", "reader", "reader");
    ctl("auth", "enable");
    return this;
  }

  /** Starts a member; its data are those it had. */
  public void up(int number) {
    var member = members.get(number);
    var command =
        new ArrayList<>(
            List.of(
                "etcd",
                "--name=" + member.name,
                "--data-dir=" + directory.resolve(member.name),
                "--listen-client-urls=" + url(member.clientPort),
                "--advertise-client-urls=" + url(member.clientPort),
                "--listen-peer-urls=http://127.0.0.1:" + member.peerPort,
                "--initial-advertise-peer-urls=http://127.0.0.1:" + member.peerPort,
                "--initial-cluster=" + peers(),
                "--initial-cluster-token=" + directory.getFileName(),
                "--cert-file=" + directory.resolve("server.pem"),
                "--key-file=" + directory.resolve("server-key.pem"),
                "--trusted-ca-file=" + directory.resolve("ca.pem"),
                "--client-cert-auth",
                "--heartbeat-interval=100",
                "--election-timeout=1000",
                "--logger=zap"));
    try {
      member.process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(
                      directory.resolve(member.name + ".log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "These tests run a real etcd. Install it: apt-get install etcd-server etcd-client", e);
    }
  }

  /** Where members are reached. */
  public List<String> endpoints() {
    return members.stream().map(member -> url(member.clientPort)).toList();
  }

  /** A member's client port. */
  public int port(int number) {
    return members.get(number).clientPort;
  }

  /** As the console, by its certificate. */
  public DcsConnection connection() {
    return connection(endpoints(), pki.client("console"));
  }

  /** To these endpoints, with that certificate. */
  public DcsConnection connection(List<String> endpoints, TestPki.Issued client) {
    return new DcsConnection(
        "test",
        endpoints,
        DcsConnection.SERVICE,
        pki.caPem(),
        client.certificatePem(),
        client.keyPem(),
        null,
        null);
  }

  /** Writes a key as root. */
  public void put(String key, String value) {
    ctl("put", "--", key, value);
  }

  /** Writes many keys with one value as root, a hundred a transaction. */
  public void putMany(List<String> keys, String value) {
    for (var from = 0; from < keys.size(); from += 100) {
      var puts =
          keys.subList(from, Math.min(keys.size(), from + 100)).stream()
              .map(key -> "put " + key + " '" + value + "'\n")
              .collect(Collectors.joining());
      feed("\n" + puts + "\n\n", "txn");
    }
  }

  /** Deletes a key as root. */
  public void delete(String key) {
    ctl("del", "--", key);
  }

  /** Runs etcdctl as root, against the members that run. */
  public String ctl(String... words) {
    return feed("", words);
  }

  private String feed(String input, String... words) {
    var command =
        new ArrayList<>(
            List.of(
                "etcdctl",
                "--endpoints=" + String.join(",", running()),
                "--cacert=" + directory.resolve("ca.pem"),
                "--cert=" + directory.resolve("root.pem"),
                "--key=" + directory.resolve("root-key.pem"),
                "--command-timeout=15s"));
    command.addAll(List.of(words));
    return run(command, input);
  }

  private List<String> running() {
    return members.stream()
        .filter(member -> member.process != null && member.process.isAlive())
        .map(member -> url(member.clientPort))
        .toList();
  }

  /** Waits until it answers. */
  public void awaitHealthy() {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        ctl("get", "health");
        return;
      } catch (IllegalStateException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
      }
    }
  }

  /** Ends a member as a shutdown does: streams are ended cleanly. */
  public void stop(int number) {
    end(members.get(number), false);
  }

  /** Ends a member at once. */
  public void kill(int number) {
    end(members.get(number), true);
  }

  /** Stops a member without ending it: its connections stay open and say nothing. */
  public void freeze(int number) {
    signal("-STOP", number);
  }

  /** Lets it go on. */
  public void thaw(int number) {
    signal("-CONT", number);
  }

  private void signal(String signal, int number) {
    var process = members.get(number).process;
    if (process != null) {
      run(List.of("kill", signal, Long.toString(process.pid())), "");
    }
  }

  private static void end(Member member, boolean forcibly) {
    var process = member.process;
    if (process == null) {
      return;
    }
    if (forcibly) {
      process.destroyForcibly();
    } else {
      process.destroy();
    }
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    members.forEach(member -> end(member, true));
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String peers() {
    return members.stream()
        .map(member -> member.name + "=http://127.0.0.1:" + member.peerPort)
        .collect(Collectors.joining(","));
  }

  private static String url(int port) {
    return "https://127.0.0.1:" + port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String run(List<String> command, String input) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("ETCDCTL_API", "3");
      var process = builder.start();
      try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command.getFirst() + " said: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
