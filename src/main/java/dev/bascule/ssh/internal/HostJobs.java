package dev.bascule.ssh.internal;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.JobSpec;
import dev.bascule.ssh.JobStart;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.Jobs;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.StepId;
import dev.bascule.ssh.TranscriptListener;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Jobs through the wrapper on the host. */
@Component
final class HostJobs implements Jobs {
  /** The host itself waits for at most 20 s until it knows that a program has started. */
  private static final ExecLimits STARTING = new ExecLimits(Duration.ofSeconds(40), 1 << 20);

  private static final ExecLimits ASKING = new ExecLimits(Duration.ofSeconds(20), 1 << 20);
  private static final long LOOK_MILLIS = 250;

  private final Ssh ssh;
  private final WrapperInstaller installer;

  HostJobs(Ssh ssh) {
    this.ssh = ssh;
    this.installer = new WrapperInstaller(ssh);
  }

  @Override
  public void install(SshTarget target) throws SshFailure {
    installer.install(target);
  }

  @Override
  public JobStart start(SshTarget target, StepId step, JobSpec spec) {
    String path;
    try {
      path = installed(target);
    } catch (SshFailure e) {
      // the wrapper was not called yet: whatever happened, the step did not start
      return new JobStart.NothingSent(e.trouble(), String.valueOf(e.getMessage()));
    }
    try {
      var input = input(spec);
      var command =
          Argv.of(
              path, "run", step.value(), Integer.toString(input.length), JobWrapper.sha256(input));
      if (Failpoints.JOB_MADE.named()) {
        ssh.exec(
            target, command.after(List.of("env", "BASCULE_JOB_FAILPOINT=made")), input, STARTING);
        Failpoints.halt();
      }
      return started(ssh.exec(target, command, input, STARTING));
    } catch (SshFailure e) {
      return e.nothingSent()
          ? new JobStart.NothingSent(e.trouble(), String.valueOf(e.getMessage()))
          : new JobStart.Unknown(e.trouble(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Twice at most: a connection that was open before may have been cut since, and installing does
   * the same however often it is done.
   */
  private String installed(SshTarget target) throws SshFailure {
    try {
      return installer.install(target);
    } catch (SshFailure e) {
      if (e.trouble() != SshTrouble.CUT) {
        throw e;
      }
      return installer.install(target);
    }
  }

  private static byte[] input(JobSpec spec) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(JobAnswers.description(spec));
    all.write('\n');
    all.writeBytes(spec.input());
    return all.toByteArray();
  }

  private static JobStart started(ExecResult result) {
    var node = JobAnswers.read(result.stdout());
    if (node == null) {
      return notRunnable(result)
          ? new JobStart.Refused("the job wrapper can't be run: " + JobAnswers.said(result))
          : new JobStart.Unknown(SshTrouble.OTHER, JobAnswers.said(result));
    }
    return switch (node.path("answer").asString("")) {
      case "started" -> new JobStart.Started();
      case "exists" -> new JobStart.AlreadyThere(JobAnswers.state(node));
      case "refused", "damaged" -> new JobStart.Refused(JobAnswers.reason(node));
      default -> new JobStart.Unknown(SshTrouble.OTHER, "the host doesn't know whether it started");
    };
  }

  /** The shell could not execute the wrapper at all. */
  private static boolean notRunnable(ExecResult result) {
    return (result.exit() == 126 || result.exit() == 127) && result.stdout().isEmpty();
  }

  @Override
  public JobState look(SshTarget target, StepId step) throws SshFailure {
    return JobAnswers.state(ask(target, "look", step));
  }

  @Override
  public JobState proveVoid(SshTarget target, StepId step) throws SshFailure {
    installer.install(target);
    return JobAnswers.state(ask(target, "void", step));
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
    var deadline = System.nanoTime() + limit.toNanos();
    var out = new Transcript(false, outOffset);
    var err = new Transcript(true, errorOffset);
    @Nullable SshFailure cut = null;
    JobState state = new JobState.Made();
    do {
      try {
        var node =
            ask(target, "read", step, Long.toString(out.offset()), Long.toString(err.offset()));
        state = JobAnswers.state(node);
        cut = null;
        var moreOut = out.take(node, state.over(), listener);
        var more = err.take(node, state.over(), listener) || moreOut;
        if (more) {
          continue;
        }
        if (state.over()) {
          return state;
        }
      } catch (SshFailure e) {
        cut = e;
      }
      if (!pause()) {
        break;
      }
    } while (System.nanoTime() - deadline < 0);
    if (cut != null) {
      throw cut;
    }
    return state;
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JsonNode ask(SshTarget target, String verb, StepId step, String... more)
      throws SshFailure {
    var words = new ArrayList<>(List.of(installer.path(target), verb, step.value()));
    words.addAll(List.of(more));
    var result = ssh.exec(target, new Argv(words), ASKING);
    if (notRunnable(result)) {
      installer.install(target);
      result = ssh.exec(target, new Argv(words), ASKING);
    }
    var node = JobAnswers.read(result.stdout());
    if (node == null || !node.has("state")) {
      throw new SshFailure(
          SshTrouble.OTHER,
          false,
          target + ": no usable answer from the job wrapper: " + JobAnswers.said(result),
          null);
    }
    return node;
  }
}
