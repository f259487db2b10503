package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.ssh.JobSpec;
import dev.bascule.ssh.JobStart;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.Jobs;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.StepId;
import dev.bascule.ssh.TranscriptListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hosts with directories of steps, as real ones have them: whoever makes a directory owns the step.
 * They outlive a console, as real ones do.
 */
final class FakeHosts implements Jobs, Ground {
  /** What a connection to a host does. */
  enum Line {
    /** It works. */
    UP,
    /** It is refused before anything is sent. */
    REFUSED,
    /** The request arrives, the answer doesn't. */
    CUT_AFTER_ARRIVAL,
    /** Nothing arrives, and nobody can know. */
    CUT_BEFORE_ARRIVAL,
    /** It is silent. */
    SILENT
  }

  /** What a program does when it is executed. */
  interface Program {
    /** Runs; may set the step's state and output. */
    void run(Step step);
  }

  /** A step's directory. */
  static final class Step {
    final String host;
    final JobSpec spec;
    volatile JobState state = new JobState.Made();
    volatile String out = "";

    Step(String host, JobSpec spec) {
      this.host = host;
      this.spec = spec;
    }
  }

  private final Clock clock;
  private final Map<String, Step> directories = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final List<String> executed = new ArrayList<>();
  private final List<String> voids = new ArrayList<>();
  private Program program;
  private @Nullable String guardRefuses;

  FakeHosts(Clock clock) {
    this.clock = clock;
    this.program = step -> finish(step, 0, "");
  }

  /** What patronictl does when it is run. */
  void program(Program next) {
    program = next;
  }

  void line(String host, Line line) {
    lines.put(host, line);
  }

  /** The wrapper on every host finds another instance. */
  void guardRefuses(String reason) {
    guardRefuses = reason;
  }

  /** Ends a program. */
  synchronized void finish(Step step, int exit, String output) {
    step.out = step.out + output;
    step.state = new JobState.Finished(exit, clock.instant(), clock.instant());
  }

  /** Begins one that goes on. */
  void runOn(Step step) {
    step.state = new JobState.Running(clock.instant());
  }

  /** The programs that were really executed, in order: host and words. */
  synchronized List<String> executed() {
    return List.copyOf(executed);
  }

  synchronized List<String> switchovers() {
    return executed.stream().filter(line -> line.contains("patronictl switchover")).toList();
  }

  synchronized List<String> voids() {
    return List.copyOf(voids);
  }

  @Override
  public Optional<SshTarget> address(ClusterId cluster, MemberName member) {
    return Optional.of(new SshTarget(member.value(), 22, "postgres", null, List.of("SHA256:abc")));
  }

  @Override
  public InstanceEnv environment(SshTarget target, ClusterId cluster, MemberName member)
      throws SshFailure {
    reach(target, false);
    return new InstanceEnv(
        Map.of(
            "PATRONI_SCOPE",
            cluster.cluster(),
            "PATRONI_NAME",
            member.value(),
            "PATRONICTL_CONFIG_FILE",
            "/etc/patroni/17-main.yaml",
            "PGDATA",
            "/pgdata/17/main"));
  }

  @Override
  public void install(SshTarget target) throws SshFailure {
    reach(target, false);
  }

  private void reach(SshTarget target, boolean cuts) throws SshFailure {
    Line line = lines.getOrDefault(target.host(), Line.UP);
    switch (line) {
      case UP -> {
        // goes through
      }
      case REFUSED -> throw failure(SshTrouble.REFUSED, true);
      case SILENT -> throw failure(SshTrouble.TIMED_OUT, true);
      case CUT_AFTER_ARRIVAL, CUT_BEFORE_ARRIVAL -> {
        if (cuts) {
          throw failure(SshTrouble.CUT, false);
        }
      }
    }
  }

  private static SshFailure failure(SshTrouble trouble, boolean nothingSent) {
    return new SshFailure(trouble, nothingSent, "as the test says", null);
  }

  @Override
  public synchronized JobStart start(SshTarget target, StepId step, JobSpec spec) {
    return switch (lines.getOrDefault(target.host(), Line.UP)) {
      case UP -> begin(target, step, spec);
      case REFUSED -> new JobStart.NothingSent(SshTrouble.REFUSED, "refused");
      case SILENT -> new JobStart.NothingSent(SshTrouble.TIMED_OUT, "silent");
      case CUT_AFTER_ARRIVAL -> {
        begin(target, step, spec);
        yield new JobStart.Unknown(SshTrouble.CUT, "cut");
      }
      case CUT_BEFORE_ARRIVAL -> new JobStart.Unknown(SshTrouble.CUT, "cut");
    };
  }

  private JobStart begin(SshTarget target, StepId id, JobSpec spec) {
    Step there = directories.get(key(target, id));
    if (there != null) {
      return new JobStart.AlreadyThere(there.state);
    }
    Step step = new Step(target.host(), spec);
    directories.put(key(target, id), step);
    String refusal = guardRefuses;
    if (refusal != null) {
      step.state = new JobState.Refused(refusal);
      return new JobStart.Refused(refusal);
    }
    executed.add(target.host() + ": " + spec.program());
    program.run(step);
    return new JobStart.Started();
  }

  @Override
  public synchronized JobState look(SshTarget target, StepId step) throws SshFailure {
    reach(target, lines.get(target.host()) != Line.CUT_AFTER_ARRIVAL);
    Step there = directories.get(key(target, step));
    return there == null ? new JobState.Absent() : there.state;
  }

  @Override
  public synchronized JobState proveVoid(SshTarget target, StepId id) throws SshFailure {
    if (lines.get(target.host()) == Line.SILENT) {
      throw failure(SshTrouble.TIMED_OUT, true);
    }
    Step there = directories.get(key(target, id));
    if (there != null) {
      return there.state;
    }
    Step step =
        new Step(
            target.host(),
            new JobSpec(
                dev.bascule.ssh.Argv.of("void"),
                Map.of(),
                new byte[0],
                null,
                Duration.ZERO,
                List.of()));
    step.state = new JobState.Voided();
    directories.put(key(target, id), step);
    voids.add(target.host());
    return step.state;
  }

  @Override
  public JobState follow(
      SshTarget target,
      StepId step,
      long outOffset,
      long errorOffset,
      Duration limit,
      TranscriptListener listener)
      throws SshFailure {
    JobState state = look(target, step);
    Step there;
    synchronized (this) {
      there = directories.get(key(target, step));
    }
    if (there != null && !there.out.isEmpty()) {
      listener.output(false, 0, there.out);
    }
    return state;
  }

  private static String key(SshTarget target, StepId step) {
    return target.host() + " " + step;
  }
}
