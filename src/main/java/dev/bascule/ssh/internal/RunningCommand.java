package dev.bascule.ssh.internal;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;

/** One command from its request until its end, within its limits. */
final class RunningCommand {
  private static final long TURN = TimeUnit.MILLISECONDS.toNanos(100);

  private final SshTarget target;
  private final Argv command;
  private final ExecLimits limits;
  private final long started = System.nanoTime();

  RunningCommand(SshTarget target, Argv command, ExecLimits limits) {
    this.target = target;
    this.command = command;
    this.limits = limits;
  }

  /** From the request on, the host may have got it: every failure says so. */
  ExecResult run(Session session, byte[] input) throws SshFailure, InterruptedException {
    try {
      return watched(session.exec(command.shell()), input);
    } catch (IOException e) {
      throw new SshFailure(SshTrouble.CUT, false, target + ": the connection was cut", e);
    }
  }

  private ExecResult watched(Session.Command running, byte[] input)
      throws IOException, SshFailure, InterruptedException {
    var readLimit = (long) limits.keptBytes() * ExecLimits.READ_FACTOR;
    var out = new Kept(limits.keptBytes(), readLimit);
    var err = new Kept(limits.keptBytes(), readLimit);
    var helpers =
        List.of(
            out.reading(running.getInputStream()),
            err.reading(running.getErrorStream()),
            Thread.ofVirtual().start(() -> write(running, input)));
    var deadline = started + limits.timeout().toNanos();
    while (!over(running, deadline)) {
      if (out.tooMuch() || err.tooMuch()) {
        kill(running);
        return result(ExecResult.KILLED, out, err);
      }
      if (System.nanoTime() - deadline >= 0) {
        kill(running);
        throw new SshFailure(
            SshTrouble.TIMED_OUT,
            false,
            target + ": no end of " + program() + " within " + limits.timeout().toSeconds() + " s",
            null);
      }
    }
    for (var helper : helpers) {
      helper.join(Duration.ofSeconds(5));
    }
    var exit = running.getExitStatus();
    if (exit == null && running.getExitSignal() == null) {
      throw new SshFailure(SshTrouble.CUT, false, target + ": the answer was cut off", null);
    }
    return result(exit == null ? ExecResult.KILLED : exit, out, err);
  }

  private ExecResult result(int exit, Kept out, Kept err) {
    return new ExecResult(
        exit,
        out.text(),
        err.text(),
        out.truncated() || err.truncated(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static boolean over(Session.Command running, long deadline) throws ConnectionException {
    var turn = Math.min(TURN, Math.max(1_000_000L, deadline - System.nanoTime()));
    try {
      running.join(turn, TimeUnit.NANOSECONDS);
      return true;
    } catch (ConnectionException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      if (running.isOpen()) {
        return false;
      }
      // it ended just after this turn was over: that is known already, or the reason why not
      running.join(1, TimeUnit.SECONDS);
      return true;
    }
  }

  /** A closed channel alone ends only what writes to it. */
  private static void kill(Session.Command running) {
    try {
      running.signal(Signal.KILL);
    } catch (IOException e) {
      // whoever can't be told can't be killed
    }
  }

  private void write(Session.Command running, byte[] input) {
    try (var stream = running.getOutputStream()) {
      if (Failpoints.JOB_HALF_SENT.named() && command.words().contains("run")) {
        stream.write(input, 0, input.length / 2);
        stream.flush();
        Failpoints.halt();
      }
      stream.write(input);
    } catch (IOException e) {
      // the program closed its input: its exit status says more
    }
  }

  private String program() {
    return command.words().stream()
        .filter(word -> !word.contains("=") && !word.startsWith("-"))
        .filter(word -> !word.equals("env"))
        .findFirst()
        .orElse("the command");
  }
}
