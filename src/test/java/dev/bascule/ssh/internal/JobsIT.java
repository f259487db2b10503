package dev.bascule.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.JobSpec;
import dev.bascule.ssh.JobStart;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.StepId;
import dev.bascule.ssh.TranscriptListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs through a real OpenSSH server and the real wrapper: at most once, whatever is cut. */
class JobsIT {
  private final Ed25519ConsoleKey key = new Ed25519ConsoleKey(new KeptKey());
  private final SshjSsh ssh = new SshjSsh(key);
  private final HostJobs jobs = new HostJobs(ssh);
  private final StepId step = StepId.fresh();
  private final Said said = new Said();
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

  /** What a job wrote. */
  private static final class Said implements TranscriptListener {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder error = new StringBuilder();

    @Override
    public synchronized void output(boolean isError, long offset, String text) {
      (isError ? error : out).append(text);
    }

    synchronized String out() {
      return out.toString();
    }

    synchronized String error() {
      return error.toString();
    }
  }

  private static JobSpec shell(String script) {
    return shell(script, "", List.of(), null);
  }

  private static JobSpec shell(
      String script,
      String input,
      List<String> masked,
      JobSpec.@org.jspecify.annotations.Nullable Guard guard) {
    return new JobSpec(
        Argv.of("sh", "-c", script),
        Map.of(),
        input.getBytes(StandardCharsets.UTF_8),
        guard,
        Duration.ofSeconds(60),
        masked);
  }

  private static final String COUNTED = "echo ran >>~/ran; ";

  private long runs() throws IOException {
    Path file = sshd.home().resolve("ran");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  private Path job() {
    return sshd.home().resolve(".local/state/bascule/jobs").resolve(step.value());
  }

  private JobState untilOver() throws SshFailure {
    return jobs.follow(sshd.target(), step, 0, 0, Duration.ofSeconds(60), said);
  }

  private static int exit(JobState state) {
    return state instanceof JobState.Finished finished ? finished.exit() : -1000;
  }

  /** The wrapper itself, as the console calls it, with an input of the test's own. */
  private ExecResult wrapper(String verb, byte[] input, String... more) throws SshFailure {
    jobs.install(sshd.target());
    var words =
        new ArrayList<>(
            List.of(sshd.home() + "/.local/share/bascule/bascule-job", verb, step.value()));
    words.addAll(List.of(more));
    return ssh.exec(
        sshd.target(), new Argv(words), input, new ExecLimits(Duration.ofSeconds(30), 1 << 20));
  }

  private static byte[] description(String script) {
    return (new String(JobAnswers.description(shell(script)), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void handsInputOnAndKeepsOutputsAndExitStatus() throws Exception {
    var spec = shell("cat; echo bad >&2; exit 7", "from the console", List.of(), null);
    assertThat(jobs.start(sshd.target(), step, spec)).isInstanceOf(JobStart.Started.class);
    assertThat(exit(untilOver())).isEqualTo(7);
    assertThat(said.out()).isEqualTo("from the console");
    assertThat(said.error()).isEqualTo("bad\n");
  }

  @Test
  void ofManyStartsOneIsMadeAndTheProgramRunsOnce() throws Exception {
    jobs.install(sshd.target());
    Callable<JobStart> start = () -> jobs.start(sshd.target(), step, shell(COUNTED + "sleep 1"));
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts = new ArrayList<JobStart>();
      for (Future<JobStart> made :
          pool.invokeAll(IntStream.range(0, 6).mapToObj(_ -> start).toList())) {
        starts.add(made.get());
      }
      assertThat(starts).filteredOn(JobStart.Started.class::isInstance).hasSize(1);
      assertThat(starts).filteredOn(JobStart.AlreadyThere.class::isInstance).hasSize(5);
    }
    assertThat(exit(untilOver())).isZero();
    assertThat(jobs.start(sshd.target(), step, shell(COUNTED)))
        .isInstanceOf(JobStart.AlreadyThere.class);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void whatIsProvenVoidNeverStarts() throws Exception {
    assertThat(jobs.look(sshd.target(), step)).isInstanceOf(JobState.Absent.class);
    assertThat(jobs.proveVoid(sshd.target(), step)).isInstanceOf(JobState.Voided.class);
    assertThat(jobs.start(sshd.target(), step, shell(COUNTED)))
        .isEqualTo(new JobStart.AlreadyThere(new JobState.Voided()));
    assertThat(runs()).isZero();
  }

  @Test
  void whatRunsCannotBeProvenVoid() throws Exception {
    jobs.start(sshd.target(), step, shell(COUNTED + "sleep 1"));
    assertThat(jobs.proveVoid(sshd.target(), step)).isInstanceOf(JobState.Running.class);
    assertThat(exit(untilOver())).isZero();
    assertThat(jobs.proveVoid(sshd.target(), step)).isInstanceOf(JobState.Finished.class);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void aDirectoryThatItsMakerLeftIsProvenVoidAndItsProgramCannotFollow() throws Exception {
    byte[] input = description(COUNTED);
    String length = Integer.toString(input.length);
    String digest = JobWrapper.sha256(input);
    jobs.install(sshd.target());
    var path = sshd.home() + "/.local/share/bascule/bascule-job";
    ssh.exec(
        sshd.target(),
        Argv.of("env", "BASCULE_JOB_FAILPOINT=made", path, "run", step.value(), length, digest),
        input,
        ExecLimits.SHORT);
    assertThat(jobs.look(sshd.target(), step)).isInstanceOf(JobState.Made.class);
    assertThat(jobs.proveVoid(sshd.target(), step)).isInstanceOf(JobState.Voided.class);
    // were its supervisor only slow, it would begin now
    wrapper("supervise", input, length, digest);
    assertThat(jobs.look(sshd.target(), step)).isInstanceOf(JobState.Voided.class);
    assertThat(runs()).isZero();
  }

  @Test
  void aSupervisorThatLeftNoTraceOfTheStartIsNeverTakenForNothing() throws Exception {
    jobs.install(sshd.target());
    Files.createDirectories(job());
    Files.writeString(job().resolve("supervised"), "");
    assertThat(jobs.proveVoid(sshd.target(), step)).isInstanceOf(JobState.Made.class);
    assertThat(jobs.start(sshd.target(), step, shell(COUNTED)))
        .isEqualTo(new JobStart.AlreadyThere(new JobState.Made()));
    assertThat(runs()).isZero();
  }

  @Test
  void anInputThatDoesNotArriveWholeClaimsAndStartsNothing() throws Exception {
    byte[] input = description(COUNTED);
    var whole = Integer.toString(input.length);
    var half = java.util.Arrays.copyOf(input, input.length / 2);
    assertThat(wrapper("run", half, whole, JobWrapper.sha256(input)).stdout()).contains("damaged");
    assertThat(wrapper("run", input, whole, JobWrapper.sha256(half)).stdout()).contains("damaged");
    assertThat(jobs.look(sshd.target(), step)).isInstanceOf(JobState.Absent.class);
    assertThat(runs()).isZero();
  }

  @Test
  void aProgramGoesOnWhenTheConnectionIsCutAndIsAttachedToAgain() throws Exception {
    jobs.start(
        sshd.target(),
        step,
        shell(COUNTED + "for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.4; done"));
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var state = pool.submit(this::untilOver);
      await().until(() -> said.out().contains("2"));
      sshd.cut();
      assertThat(exit(state.get())).isZero();
    }
    assertThat(said.out()).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n");
    assertThat(sshd.logins()).isGreaterThan(1);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void anotherConsoleAttachesToWhatTheFirstOneStarted() throws Exception {
    jobs.start(sshd.target(), step, shell("echo begun; sleep 2; echo ended"));
    ssh.closeAll();
    var other = new SshjSsh(key);
    try {
      var state =
          new HostJobs(other).follow(sshd.target(), step, 0, 0, Duration.ofSeconds(60), said);
      assertThat(exit(state)).isZero();
      assertThat(said.out()).isEqualTo("begun\nended\n");
    } finally {
      other.closeAll();
    }
  }

  @Test
  void aHostThatWasBootedMeanwhileDoesNotKnow() throws Exception {
    jobs.start(sshd.target(), step, shell(COUNTED + "sleep 2"));
    Path started = job().resolve("started");
    Files.writeString(
        started,
        Files.readString(started).replaceAll("\"boot\": \"[^\"]*\"", "\"boot\": \"another\""));
    assertThat(jobs.look(sshd.target(), step))
        .isInstanceOfSatisfying(
            JobState.Lost.class, lost -> assertThat(lost.reason()).contains("booted"));
    // a status that was left before the host went down counts all the same
    await().until(() -> Files.exists(job().resolve("rc")));
    assertThat(exit(jobs.look(sshd.target(), step))).isZero();
  }

  @Test
  void aSupervisorThatIsGoneWithoutAStatusDoesNotKnow() throws Exception {
    jobs.start(sshd.target(), step, shell(COUNTED + "exec sleep 3"));
    var pid =
        Pattern.compile("\"pid\": (\\d+)").matcher(Files.readString(job().resolve("started")));
    assertThat(pid.find()).isTrue();
    ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow().destroyForcibly();
    await().until(() -> jobs.look(sshd.target(), step) instanceof JobState.Lost);
    assertThat(jobs.start(sshd.target(), step, shell(COUNTED)))
        .isInstanceOf(JobStart.AlreadyThere.class);
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void secretsAreMaskedBeforeTheyAreWritten() throws Exception {
    var secret = "s3cr\"t/pa ss";
    var script =
        "cat; echo; cat /proc/self/cmdline | tr '\\0' ' ';"
            + " python3 -c 'import json,sys,urllib.parse as u; s=sys.argv[1];"
            + " print(json.dumps(s)); print(u.quote(s, safe=\"\"))' \"$(printf 's3cr\\042t/pa ss')\"";
    jobs.start(sshd.target(), step, shell(script, secret, List.of(secret), null));
    assertThat(exit(untilOver())).isZero();
    assertThat(said.out()).contains("********").doesNotContain(secret, "s3cr");
    try (var files = Files.walk(job())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("s3cr\\\"t", secret, "s3cr%22t");
      }
    }
  }

  @Test
  void threeHundredMegabytesAreReadAndTenAreKept() throws Exception {
    jobs.start(sshd.target(), step, shell("head -c 300M /dev/zero | tr '\\0' x; echo end >&2"));
    await().atMost(Duration.ofSeconds(60)).until(() -> jobs.look(sshd.target(), step).over());
    assertThat(exit(jobs.look(sshd.target(), step))).isZero();
    assertThat(Files.size(job().resolve("out"))).isBetween(10L << 20, (10L << 20) + 100);
    assertThat(Files.readString(job().resolve("err"))).isEqualTo("end\n");
  }

  @Test
  void whatTakesTooLongIsEndedByTheHost() throws Exception {
    var spec =
        new JobSpec(
            Argv.of("sleep", "60"), Map.of(), new byte[0], null, Duration.ofSeconds(1), List.of());
    jobs.start(sshd.target(), step, spec);
    assertThat(exit(untilOver())).isEqualTo(124);
    assertThat(said.error()).contains("ended by the host");
  }

  @Test
  void onlyTheOwnerCanReadWhatIsKept() throws Exception {
    jobs.start(sshd.target(), step, shell("echo x; echo y >&2"));
    untilOver();
    try (var files = Files.walk(sshd.home().resolve(".local/state/bascule"))) {
      var modes =
          files
              .map(
                  file -> {
                    try {
                      return java.nio.file.attribute.PosixFilePermissions.toString(
                          Files.getPosixFilePermissions(file));
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  })
              .collect(Collectors.toSet());
      assertThat(modes).allMatch(mode -> mode.endsWith("------"));
    }
  }

  // ---- the right target ----

  private static final String IDENTIFIER = "7711236848557838613";

  private JobSpec.Guard instance() throws IOException {
    Path data = sshd.home().resolve("pgdata");
    Files.createDirectories(data.resolve("global"));
    var control = java.nio.ByteBuffer.allocate(16).order(java.nio.ByteOrder.nativeOrder());
    control.putLong(Long.parseUnsignedLong(IDENTIFIER));
    Files.write(data.resolve("global/pg_control"), control.array());
    Path config =
        Files.writeString(
            sshd.home().resolve("17-main.yaml"),
            """
            scope: maincluster
            name: srv-pg1
            restapi:
              listen: 10.0.0.1:8008
            postgresql:
              data_dir: %s
              bin_dir: /usr/lib/postgresql/17/bin
            """
                .formatted(data));
    return new JobSpec.Guard(
        config.toString(), "maincluster", "srv-pg1", data.toString(), IDENTIFIER);
  }

  private void assertRefused(JobSpec.Guard guard, String why) throws Exception {
    StepId another = StepId.fresh();
    assertThat(jobs.start(sshd.target(), another, shell(COUNTED, "", List.of(), guard)))
        .isInstanceOfSatisfying(
            JobStart.Refused.class, refused -> assertThat(refused.why()).contains(why));
    assertThat(jobs.look(sshd.target(), another)).isInstanceOf(JobState.Refused.class);
    assertThat(runs()).isZero();
  }

  @Test
  void theInstanceThatWasMeantIsLetThrough() throws Exception {
    jobs.start(sshd.target(), step, shell(COUNTED, "", List.of(), instance()));
    assertThat(exit(untilOver())).isZero();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void anotherInstanceThanThePlansIsRefusedAndNothingRuns() throws Exception {
    var right = instance();
    var file = right.configFile();
    var data = right.dataDirectory();
    assertRefused(
        new JobSpec.Guard(file, "shopcluster", "srv-pg1", data, IDENTIFIER),
        "cluster here is maincluster");
    assertRefused(
        new JobSpec.Guard(file, "maincluster", "srv-pg2", data, IDENTIFIER),
        "member here is srv-pg1");
    assertRefused(
        new JobSpec.Guard(file, "maincluster", "srv-pg1", data, "1"),
        "system identifier here is " + IDENTIFIER);
    assertRefused(
        new JobSpec.Guard(file + ".old", "maincluster", "srv-pg1", data, IDENTIFIER),
        "can't be checked");
    Path other = sshd.home().resolve("other");
    Files.createDirectories(other.resolve("global"));
    Files.copy(Path.of(data).resolve("global/pg_control"), other.resolve("global/pg_control"));
    assertRefused(
        new JobSpec.Guard(file, "maincluster", "srv-pg1", other.toString(), IDENTIFIER),
        "data directory here is " + data);
  }

  @Test
  void aConfigurationThatOutlivedItsInstanceIsComparedAlone() throws Exception {
    var right = instance();
    var file = right.configFile();
    assertRefused(
        new JobSpec.Guard(file, "shopcluster", "srv-pg1", null, null),
        "cluster here is maincluster");
    assertRefused(
        new JobSpec.Guard(file, "maincluster", "srv-pg2", null, null), "member here is srv-pg1");
    assertRefused(
        new JobSpec.Guard(file, "maincluster", "srv-pg1", "", IDENTIFIER), "can't be checked");
    var kept = new JobSpec.Guard(file, "maincluster", "srv-pg1", null, null);
    jobs.start(sshd.target(), step, shell(COUNTED, "", List.of(), kept));
    assertThat(exit(untilOver())).isZero();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void whatASecludedProgramWritesIsForItsAccountAlone() throws Exception {
    var script = shell("echo secret >~/kept");
    jobs.start(
        sshd.target(),
        step,
        new JobSpec(
            script.program(), Map.of(), new byte[0], null, script.timeout(), List.of(), true));
    assertThat(exit(untilOver())).isZero();
    assertThat(Files.getPosixFilePermissions(sshd.home().resolve("kept")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  // ---- what could not be sent ----

  @Test
  void aConnectionThatIsRefusedSentNothing() throws Exception {
    var target = sshd.target();
    sshd.stop();
    assertThat(jobs.start(target, step, shell(COUNTED)))
        .isInstanceOfSatisfying(
            JobStart.NothingSent.class,
            nothing -> assertThat(nothing.trouble()).isEqualTo(SshTrouble.REFUSED));
  }

  @Test
  void anAccountThatMayNotBecomeTheOwnerSentNothing() throws Exception {
    sshd.program("sudo", "#!/bin/sh\necho 'sudo: a password is required' >&2\nexit 1\n");
    var target = sshd.target();
    var owned =
        new SshTarget(
            target.host(), target.port(), target.account(), "daemon", target.fingerprints());
    assertThat(jobs.start(owned, step, shell(COUNTED)))
        .isInstanceOfSatisfying(
            JobStart.NothingSent.class,
            nothing -> assertThat(nothing.trouble()).isEqualTo(SshTrouble.SUDO_REFUSED));
    assertThat(runs()).isZero();
  }

  @Test
  void aWrapperThatSomebodyChangedIsPutRightBeforeItIsUsed() throws Exception {
    jobs.install(sshd.target());
    Path wrapper = sshd.home().resolve(".local/share/bascule/bascule-job");
    Files.writeString(wrapper, "#!/bin/sh\ntouch ~/ran\n");
    assertThat(jobs.start(sshd.target(), step, shell("echo right")))
        .isInstanceOf(JobStart.Started.class);
    untilOver();
    assertThat(said.out()).isEqualTo("right\n");
    assertThat(runs()).isZero();
  }
}
