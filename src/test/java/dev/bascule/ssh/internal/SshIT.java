package dev.bascule.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a real OpenSSH server, well and badly behaved. */
class SshIT {
  private final Ed25519ConsoleKey key = new Ed25519ConsoleKey(new KeptKey());
  private final SshjSsh ssh = new SshjSsh(key);
  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init")
  private RealSshd sshd;

  @BeforeEach
  void startsSshd() throws Exception {
    sshd = RealSshd.start(directory, key.authorizedKey());
  }

  @AfterEach
  void stopsSshd() throws Exception {
    ssh.closeAll();
    sshd.close();
  }

  private static ExecLimits within(long seconds) {
    return new ExecLimits(Duration.ofSeconds(seconds), 1 << 20);
  }

  private SshFailure failing(SshTarget target, String... words) {
    return failing(() -> ssh.exec(target, Argv.of(words), ExecLimits.SHORT));
  }

  private static SshFailure failing(Callable<?> call) {
    try {
      throw new AssertionError("it worked: " + call.call());
    } catch (SshFailure e) {
      return e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void runsACommandWithExactlyItsWords() throws Exception {
    var result =
        ssh.exec(
            sshd.target(),
            Argv.of("printf", "%s|", "it's", "$(id)", "two words", "", "é🐘\nline", "a;b"),
            ExecLimits.SHORT);
    assertThat(result.stdout()).isEqualTo("it's|$(id)|two words||é🐘\nline|a;b|");
    assertThat(result.exit()).isZero();
  }

  @Test
  void keepsOutputsApartAndTellsTheExitStatus() throws Exception {
    var result =
        ssh.exec(
            sshd.target(),
            Argv.of("sh", "-c", "cat; echo bad >&2; exit 7"),
            "in\0put".getBytes(StandardCharsets.UTF_8),
            ExecLimits.SHORT);
    assertThat(result.stdout()).isEqualTo("in\0put");
    assertThat(result.stderr()).isEqualTo("bad\n");
    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.truncated()).isFalse();
  }

  @Test
  void asksProgramsForPlainOutput() throws Exception {
    var result = ssh.exec(sshd.target(), Argv.of("env"), ExecLimits.SHORT);
    assertThat(result.stdout()).contains("COLUMNS=200", "NO_COLOR=1", "TERM=dumb", "C.UTF-8");
  }

  @Test
  void tellsThatASignalEndedACommand() throws Exception {
    var result = ssh.exec(sshd.target(), Argv.of("sh", "-c", "kill -9 $$"), ExecLimits.SHORT);
    assertThat(result.exit()).isEqualTo(ExecResult.KILLED);
  }

  @Test
  void sharesOneConnectionAmongMany() throws Exception {
    var calls = new ArrayList<Callable<ExecResult>>();
    for (int i = 0; i < 30; i++) {
      calls.add(() -> ssh.exec(sshd.target(), Argv.of("sleep", "0.2"), within(60)));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : pool.invokeAll(calls)) {
        assertThat(call.get().exit()).isZero();
      }
    }
    assertThat(sshd.logins()).isEqualTo(1);
  }

  @Test
  void connectsAgainAfterItWasCutOff() throws Exception {
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
    sshd.cut();
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
    assertThat(sshd.logins()).isEqualTo(2);
  }

  @Test
  void showsTheKeyOfAHost() throws Exception {
    assertThat(ssh.scan("127.0.0.1", sshd.port()).fingerprint())
        .isEqualTo(sshd.fingerprint("ed25519"));
    assertThat(sshd.logins()).isZero();
  }

  @Test
  void sendsNothingToAHostThatNobodyConfirmed() {
    var failure = failing(sshd.target(new String[0]), "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.HOST_KEY_UNKNOWN);
    assertThat(failure.nothingSent()).isTrue();
    assertThat(failure.presented()).isEqualTo(sshd.fingerprint("ed25519"));
    assertThat(sshd.logins()).isZero();
  }

  @Test
  void refusesAChangedHostKey() throws Exception {
    var target = sshd.target();
    ssh.exec(target, Argv.of("true"), ExecLimits.SHORT);
    sshd.stop();
    RealSshd.newHostKey(directory, "ed25519");
    sshd = sshd.startAgain();
    var failure = failing(target, "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.HOST_KEY_CHANGED);
    assertThat(failure.nothingSent()).isTrue();
    assertThat(failure.presented()).isEqualTo(sshd.fingerprint("ed25519"));
    assertThat(sshd.logins()).isEqualTo(1);
    // as soon as a person has confirmed the new one
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
  }

  @Test
  void acceptsAConfirmedKeyOfAnyKind() throws Exception {
    for (String kind : RealSshd.ALL_KEYS) {
      ssh.forget(sshd.target());
      var target = sshd.target(sshd.fingerprint(kind));
      assertThat(ssh.exec(target, Argv.of("true"), ExecLimits.SHORT).ok()).as(kind).isTrue();
    }
  }

  @Test
  void stopsTrustingAConnectionWhoseKeyIsConfirmedNoMore() throws Exception {
    ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT);
    var failure = failing(sshd.target("SHA256:" + "A".repeat(43)), "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.HOST_KEY_CHANGED);
    assertThat(failure.nothingSent()).isTrue();
  }

  @Test
  void isNotLetInWithoutItsKeyAndDoesNotInsist() throws Exception {
    java.nio.file.Files.writeString(directory.resolve("authorized_keys"), "");
    for (int i = 0; i < 20; i++) {
      var failure = failing(sshd.target(), "true");
      assertThat(failure.trouble()).isEqualTo(SshTrouble.NOT_AUTHENTICATED);
      assertThat(failure.nothingSent()).isTrue();
    }
    assertThat(sshd.log().lines().filter(line -> line.contains("Connection from")).count())
        .isLessThan(5);
    java.nio.file.Files.writeString(directory.resolve("authorized_keys"), key.authorizedKey());
    ssh.forget(sshd.target());
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
  }

  @Test
  void namesAPortWhereNobodyListens() throws Exception {
    var target = sshd.target();
    sshd.stop();
    var failure = failing(target, "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.REFUSED);
    assertThat(failure.nothingSent()).isTrue();
  }

  @Test
  void namesANameThatNobodyKnows() {
    var failure = failing(new SshTarget("nosuch.invalid", 22, "x", null, List.of("a")), "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.NAME_NOT_FOUND);
    assertThat(failure.nothingSent()).isTrue();
  }

  @Test
  void namesAHostThatNeverAnswers() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var target =
          new SshTarget("127.0.0.1", silent.getLocalPort(), "x", null, List.of("SHA256:x"));
      var failure = failing(target, "true");
      assertThat(failure.trouble()).isEqualTo(SshTrouble.TIMED_OUT);
      assertThat(failure.nothingSent()).isTrue();
    }
  }

  @Test
  void namesAHostThatSpeaksSomethingElse() throws Exception {
    try (var other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> speakHttp(other));
      var target = new SshTarget("127.0.0.1", other.getLocalPort(), "x", null, List.of("SHA256:x"));
      var failure = failing(target, "true");
      assertThat(failure.trouble()).isEqualTo(SshTrouble.OTHER);
      assertThat(failure.nothingSent()).isTrue();
    }
  }

  private static void speakHttp(ServerSocket server) {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        socket
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void doesNotKnowWhatBecameOfACommandThatWasCutOff() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var call = pool.submit(() -> failing(sshd.target(), "sh", "-c", "touch ~/ran; sleep 30"));
      Awaitility.await().until(() -> sshd.home().resolve("ran").toFile().exists());
      sshd.cut();
      assertThat(call.get().trouble()).isEqualTo(SshTrouble.CUT);
      assertThat(call.get().nothingSent()).isFalse();
    }
  }

  @Test
  void givesUpOnAHostThatFallsSilent() throws Exception {
    ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var call =
          pool.submit(
              () ->
                  failing(
                      () ->
                          ssh.exec(
                              sshd.target(),
                              Argv.of("sh", "-c", "touch ~/ran; sleep 60"),
                              within(60))));
      Awaitility.await().until(() -> sshd.home().resolve("ran").toFile().exists());
      sshd.freeze();
      var begin = System.nanoTime();
      assertThat(call.get().trouble()).isEqualTo(SshTrouble.CUT);
      assertThat(call.get().nothingSent()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(21));
    }
    sshd.thaw();
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
  }

  @Test
  void endsWhatWritesFarTooMuch() throws Exception {
    var result =
        ssh.exec(sshd.target(), Argv.of("sh", "-c", "echo $$ >~/pid; exec yes"), within(60));
    assertThat(result.exit()).isEqualTo(ExecResult.KILLED);
    assertThat(result.truncated()).isTrue();
    assertThat(result.stdout()).hasSize(1 << 20).startsWith("y\ny\n");
    assertThatItEnds();
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    var failure =
        failing(
            () ->
                ssh.exec(
                    sshd.target(),
                    Argv.of("sh", "-c", "echo $$ >~/pid; exec sleep 600"),
                    within(3)));
    assertThat(failure.trouble()).isEqualTo(SshTrouble.TIMED_OUT);
    assertThat(failure.nothingSent()).isFalse();
    assertThatItEnds();
    assertThat(ssh.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT).ok()).isTrue();
    assertThat(sshd.logins()).isEqualTo(1);
  }

  private void assertThatItEnds() throws IOException {
    var pid = java.nio.file.Files.readString(sshd.home().resolve("pid")).strip();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
  }

  @Test
  void leavesOthersAloneWhenTheHostHasNoChannelForOne() throws Exception {
    sshd.close();
    sshd = RealSshd.start(directory, key.authorizedKey(), "MaxSessions 1");
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          pool.submit(
              () ->
                  ssh.exec(
                      sshd.target(),
                      Argv.of("sh", "-c", "touch ~/ran; sleep 2; echo whole"),
                      within(30)));
      Awaitility.await().until(() -> sshd.home().resolve("ran").toFile().exists());
      assertThat(failing(sshd.target(), "true").nothingSent()).isTrue();
      assertThat(first.get().stdout()).isEqualTo("whole\n");
    }
    assertThat(sshd.logins()).isEqualTo(1);
  }

  private SshTarget through(String owner) {
    var target = sshd.target();
    return new SshTarget(
        target.host(), target.port(), target.account(), owner, target.fingerprints());
  }

  @Test
  void becomesTheOwnerThroughSudo() throws Exception {
    sshd.program("sudo", "#!/bin/sh\necho \"$*\" >~/sudo\nshift 5\nexec \"$@\"\n");
    var result =
        ssh.exec(
            through("daemon"),
            Argv.of("sh", "-c", "pwd; echo $XDG_RUNTIME_DIR $TERM"),
            ExecLimits.SHORT);
    assertThat(result.stdout()).isEqualTo("/\n/run/user/1 dumb\n");
    assertThat(sshd.home().resolve("sudo")).content().startsWith("-n -H -u daemon -- env");
  }

  @Test
  void saysThatSudoRefuses() throws Exception {
    sshd.program("sudo", "#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n");
    var failure = failing(through("daemon"), "true");
    assertThat(failure.trouble()).isEqualTo(SshTrouble.SUDO_REFUSED);
    assertThat(failure.nothingSent()).isTrue();
    assertThat(failing(through("nosuchaccount"), "true").trouble())
        .isEqualTo(SshTrouble.SUDO_REFUSED);
  }

  @Test
  void takesSudosWarningForNoRefusal() throws Exception {
    sshd.program(
        "sudo", "#!/bin/sh\necho 'sudo: unable to resolve host x' >&2\nshift 5\nexec \"$@\"\n");
    var result = ssh.exec(through("daemon"), Argv.of("sh", "-c", "exit 1"), ExecLimits.SHORT);
    assertThat(result.exit()).isEqualTo(1);
  }

  @Test
  void saysThatItsOwnKeyCannotBeUsed() {
    var locked =
        new SshjSsh(
            new Ed25519ConsoleKey(
                new dev.bascule.ssh.KeyStorage() {
                  @Override
                  public java.util.Optional<byte[]> load() {
                    throw new IllegalStateException("locked");
                  }

                  @Override
                  public void save(byte[] pkcs8) {
                    throw new IllegalStateException("locked");
                  }
                }));
    assertThatExceptionOfType(SshFailure.class)
        .isThrownBy(() -> locked.exec(sshd.target(), Argv.of("true"), ExecLimits.SHORT))
        .satisfies(
            failure -> {
              assertThat(failure.trouble()).isEqualTo(SshTrouble.NO_KEY);
              assertThat(failure.nothingSent()).isTrue();
            });
  }
}
