package dev.bascule.ssh.internal;

import dev.bascule.ssh.SshTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * OpenSSH's real server, started for a test on a port of its own. Those who log in have a home and
 * a PATH of their own below the test's directory.
 */
final class RealSshd implements AutoCloseable {
  static final String[] ALL_KEYS = {"ed25519", "ecdsa", "rsa"};

  /** root's own sessions can't be signalled; what tests as root logs in as PostgreSQL's account. */
  static final String ACCOUNT =
      System.getProperty("user.name").equals("root") ? "postgres" : System.getProperty("user.name");

  private final Path directory;
  private final int port;
  private final Process process;

  private RealSshd(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts one that lets in who has this key.
   *
   * @param settings further lines of its configuration
   */
  static RealSshd start(Path directory, String authorizedKey, String... settings)
      throws IOException, InterruptedException {
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Path home = Files.createDirectories(directory.resolve("home"));
    Files.setOwner(
        home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT));
    Files.createDirectories(directory.resolve("bin"));
    Files.writeString(directory.resolve("authorized_keys"), authorizedKey + "\n");
    for (String kind : ALL_KEYS) {
      newHostKey(directory, kind);
    }
    int port = freePort();
    Files.writeString(directory.resolve("sshd_config"), configuration(directory, port, settings));
    return start(directory, port);
  }

  /** Again, after {@link #stop}: the same port, keys and homes. */
  RealSshd startAgain() throws IOException {
    return start(directory, port);
  }

  private static RealSshd start(Path directory, int port) throws IOException {
    var process =
        new ProcessBuilder(
                "/usr/sbin/sshd",
                "-D",
                "-f",
                directory.resolve("sshd_config").toString(),
                "-E",
                directory.resolve("log").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("stderr").toFile())
            .start();
    var sshd = new RealSshd(directory, port, process);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(sshd::listens);
    return sshd;
  }

  private static String configuration(Path directory, int port, String... settings) {
    var lines =
        Stream.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "PidFile none",
            "AuthorizedKeysFile " + directory.resolve("authorized_keys"),
            "StrictModes no",
            "UsePAM " + (ACCOUNT.equals("postgres") ? "yes" : "no"), // its password is locked
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin prohibit-password",
            "PrintMotd no",
            "LogLevel VERBOSE",
            "SetEnv HOME="
                + directory.resolve("home")
                + " PATH="
                + directory.resolve("bin")
                + ":/usr/bin:/bin");
    var keys = Arrays.stream(ALL_KEYS).map(kind -> "HostKey " + directory.resolve("host_" + kind));
    // the first word on a setting counts
    return String.join("\n", Stream.of(Stream.of(settings), lines, keys).flatMap(it -> it).toList())
        + "\n";
  }

  static void newHostKey(Path directory, String kind) throws IOException, InterruptedException {
    var file = directory.resolve("host_" + kind);
    Files.deleteIfExists(file);
    var process =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                kind,
                "-b",
                kind.equals("rsa") ? "2048" : "256",
                "-N",
                "",
                "-C",
                "test",
                "-f",
                file.toString())
            .redirectErrorStream(true)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("ssh-keygen failed");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("sshd ended: " + log());
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  Path home() {
    return directory.resolve("home");
  }

  /** Puts a program before all others on the PATH. */
  void program(String name, String script) throws IOException {
    var file = Files.writeString(directory.resolve("bin").resolve(name), script);
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException("can't be made executable: " + file);
    }
  }

  /** With its ed25519 key confirmed. */
  SshTarget target() {
    return target(fingerprint("ed25519"));
  }

  SshTarget target(String... fingerprints) {
    return new SshTarget("127.0.0.1", port, ACCOUNT, null, List.of(fingerprints));
  }

  String fingerprint(String kind) {
    try {
      var file = directory.resolve("host_" + kind + ".pub").toString();
      var process = new ProcessBuilder("ssh-keygen", "-l", "-f", file).start();
      try (var out = process.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String log() {
    try {
      var file = directory.resolve("log");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often somebody logged in. */
  long logins() {
    return log().lines().filter(line -> line.contains("Accepted publickey")).count();
  }

  /** Cuts every connection; new ones are welcome. */
  void cut() {
    process.descendants().filter(RealSshd::isSshd).forEach(ProcessHandle::destroyForcibly);
  }

  /** The server itself and its connections fall silent, and nothing else. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    var all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .filter(it -> it.pid() == process.pid() || isSshd(it))
            .map(it -> Long.toString(it.pid()))
            .toList();
    var words = Stream.concat(Stream.of("kill", "-" + name), all.stream()).toList();
    new ProcessBuilder(words).start().waitFor();
  }

  private static boolean isSshd(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc/" + handle.pid() + "/comm")).startsWith("sshd");
    } catch (IOException e) {
      return false;
    }
  }

  void stop() throws InterruptedException {
    cut();
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    thaw();
    stop();
  }
}
