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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Jobs through the wrapper on the host. */
@Component
final class HostJobs implements Jobs {
  private static final ExecLimits LIMITS = new ExecLimits(Duration.ofSeconds(20), 1 << 20);
  private static final long LOOK_MILLIS = 250;

  /** A constant; the wrapper's text comes on standard input. */
  private static final String INSTALL =
      "umask 077 && mkdir -p .local/share/bascule && cat >"
          + JobWrapper.PATH
          + ".part && chmod 700 "
          + JobWrapper.PATH
          + ".part && mv "
          + JobWrapper.PATH
          + ".part "
          + JobWrapper.PATH;

  private final Ssh ssh;
  private final JobWrapper wrapper = JobWrapper.load();
  private final Map<SshTarget, String> homes = new ConcurrentHashMap<>();
  private final String failpoint;

  HostJobs(Ssh ssh, @Value("${bascule.failpoint:}") String failpoint) {
    this.ssh = ssh;
    this.failpoint = failpoint;
  }

  @Override
  public void install(SshTarget target) throws SshFailure {
    var path = path(target);
    var there = ssh.exec(target, Argv.of("sha256sum", "--", path), LIMITS);
    if (there.ok() && there.stdout().startsWith(wrapper.digest())) {
      return;
    }
    var home = path.substring(0, path.length() - JobWrapper.PATH.length());
    var put =
        ssh.exec(
            target,
            Argv.of("sh", "-c", "cd -- \"$1\" && " + INSTALL, "sh", home),
            wrapper.script(),
            LIMITS);
    if (!put.ok()) {
      throw new SshFailure(
          SshTrouble.OTHER,
          true,
          target + ": the job wrapper could not be installed: " + put.stderr(),
          null);
    }
  }

  private String path(SshTarget target) throws SshFailure {
    var home = homes.get(target);
    if (home == null) {
      var answer = ssh.exec(target, Argv.of("sh", "-c", "cd && pwd"), LIMITS);
      home = answer.stdout().strip();
      if (!answer.ok() || !home.startsWith("/")) {
        throw new SshFailure(SshTrouble.OTHER, true, target + ": the account has no home", null);
      }
      homes.put(target, home);
    }
    return home + "/" + JobWrapper.PATH;
  }

  @Override
  public JobStart start(SshTarget target, StepId step, JobSpec spec) {
    String path;
    try {
      install(target);
      path = path(target);
    } catch (SshFailure e) {
      // the wrapper was not called yet: whatever happened, the step did not start
      return new JobStart.NothingSent(e.trouble(), String.valueOf(e.getMessage()));
    }
    try {
      var input = input(spec);
      var words =
          List.of(
              path, "run", step.value(), Integer.toString(input.length), JobWrapper.sha256(input));
      var command = new Argv(words);
      if (failpoint.equals("job-made")) {
        command = command.after(List.of("env", "BASCULE_JOB_FAILPOINT=made"));
      }
      return started(ssh.exec(target, command, input, LIMITS));
    } catch (SshFailure e) {
      return e.nothingSent()
          ? new JobStart.NothingSent(e.trouble(), String.valueOf(e.getMessage()))
          : new JobStart.Unknown(e.trouble(), String.valueOf(e.getMessage()));
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
      return new JobStart.Unknown(
          SshTrouble.OTHER, "exit " + result.exit() + ": " + result.stderr().strip());
    }
    return switch (node.path("answer").asString("")) {
      case "started" -> new JobStart.Started();
      case "exists" -> new JobStart.AlreadyThere(JobAnswers.state(node));
      case "refused" -> new JobStart.Refused(node.path("reason").asString(""));
      default -> new JobStart.Unknown(SshTrouble.OTHER, "the host doesn't know whether it started");
    };
  }

  @Override
  public JobState look(SshTarget target, StepId step) throws SshFailure {
    return JobAnswers.state(ask(target, "look", step));
  }

  @Override
  public JobState proveVoid(SshTarget target, StepId step) throws SshFailure {
    install(target);
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
    var out = new Output(false, outOffset);
    var err = new Output(true, errorOffset);
    @Nullable SshFailure cut = null;
    JobState state = new JobState.Made();
    do {
      try {
        var node = ask(target, "read", step, Long.toString(out.offset), Long.toString(err.offset));
        state = JobAnswers.state(node);
        cut = null;
        var moreOut = out.take(node, "out", listener);
        var more = err.take(node, "err", listener) || moreOut;
        if (state.over() && !more) {
          return state;
        }
        if (more) {
          continue;
        }
      } catch (SshFailure e) {
        cut = e;
      }
      if (!pause()) {
        break;
      }
    } while (System.nanoTime() < deadline);
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
    var words = new java.util.ArrayList<>(List.of(path(target), verb, step.value()));
    words.addAll(List.of(more));
    var result = ssh.exec(target, new Argv(words), LIMITS);
    var node = JobAnswers.read(result.stdout());
    if (node == null) {
      throw new SshFailure(
          SshTrouble.OTHER,
          false,
          target + ": no usable answer from the job wrapper (exit " + result.exit() + ")",
          null);
    }
    return node;
  }

  /** One of a job's two outputs, as far as it was handed over. */
  private static final class Output {
    private final boolean error;
    private long offset;

    Output(boolean error, long offset) {
      this.error = error;
      this.offset = offset;
    }

    /** Hands over what is new; true when there may be more. */
    boolean take(JsonNode node, String field, TranscriptListener listener) {
      var bytes = Base64.getDecoder().decode(node.path(field).asString(""));
      if (bytes.length == 0) {
        return false;
      }
      listener.output(error, offset, new String(bytes, StandardCharsets.UTF_8));
      offset += bytes.length;
      return offset < node.path(field + "Size").asLong(0);
    }
  }
}
