package dev.bascule.operation.internal;

import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.pglift.MembersAnswer;
import dev.bascule.pglift.PatronictlAnswer;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.Jobs;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.StepId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one step on its host: hands its output to the transcript, survives cut connections, and
 * always has the newest evidence. Runs on a thread of its own until the step is over or it is
 * closed.
 */
final class Attachment implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Attachment.class);
  private static final Duration STRETCH = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Jobs jobs;
  private final SshTarget target;
  private final StepId id;
  private final StepKind kind;
  private final Transcript transcript;
  private final StepProgress progress;
  private final Pauses pauses;
  private final Thread thread;
  private volatile Job evidence;
  private volatile boolean closed;

  /**
   * One that hasn't begun.
   *
   * @param first what is known before the host was asked
   */
  Attachment(
      Jobs jobs,
      SshTarget target,
      StoredSteps.Step step,
      Transcript transcript,
      StepProgress progress,
      Job first,
      Pauses pauses) {
    this.jobs = jobs;
    this.target = target;
    this.id = new StepId(step.view().id().toString());
    this.kind = step.view().kind();
    this.transcript = transcript;
    this.progress = progress;
    this.evidence = first;
    this.pauses = pauses;
    this.thread = Thread.ofVirtual().name("step-" + id).unstarted(this::run);
  }

  Attachment begin() {
    thread.start();
    return this;
  }

  /** What is known of it now. */
  Job evidence() {
    return evidence;
  }

  /** The last line of what the program wrote. */
  String lastLine() {
    return transcript.lastLine();
  }

  private void run() {
    try {
      while (!closed) {
        JobState state = follow();
        if (state != null && state.over()) {
          return;
        }
        pauses.pause(BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable JobState follow() {
    try {
      // a host that was never sent anything can't answer either
      jobs.install(target);
      JobState state = jobs.look(target, id);
      if (state instanceof JobState.Absent || state instanceof JobState.Made) {
        // whoever makes the directory owns the step: made by us with a mark, it can never start;
        // made and left alone by another, it can be marked likewise
        state = jobs.proveVoid(target, id);
      }
      see(state);
      if (state instanceof JobState.Running || state instanceof JobState.Finished) {
        state =
            jobs.follow(
                target, id, transcript.outOffset(), transcript.errorOffset(), STRETCH, transcript);
        see(state);
      }
      return state;
    } catch (SshFailure e) {
      evidence = new Job.NotAsked(e.trouble().name());
      return null;
    } catch (RuntimeException e) {
      log.warn("Step {} on {} can't be followed for now", id, target, e);
      evidence = new Job.NotAsked(SshTrouble.OTHER.name());
      return null;
    }
  }

  private void see(JobState state) {
    if (closed) {
      return;
    }
    progress.keep(state, transcript.lastLine());
    evidence =
        switch (state) {
          case JobState.Absent() -> new Job.NotAsked("ABSENT");
          case JobState.Voided() -> new Job.NothingSent();
          case JobState.Made() -> new Job.Lost("MADE");
          case JobState.Refused(var reason) -> new Job.WrongTarget(reason);
          case JobState.Running(var startedAt) -> new Job.Running();
          case JobState.Finished(var exit, var startedAt, var endedAt) ->
              new Job.Finished(exit, said(exit));
          case JobState.Lost(var startedAt, var reason) -> new Job.Lost(reason);
        };
  }

  private ProgramAnswer said(int exit) {
    return switch (kind) {
      case CHECKPOINT -> exit == 0 ? ProgramAnswer.UNCLEAR : ProgramAnswer.REFUSED;
      case STOP, STOP_INSTANCE, START_INSTANCE, DROP_INSTANCE, REMOVE_CLUSTER, APPLY_INSTANCE ->
          exit == 0 ? ProgramAnswer.DONE : ProgramAnswer.UNCLEAR;
      case SWITCHOVER, FAILOVER -> leadershipSaid(exit);
      case FLUSH -> {
        ProgramAnswer answer = leadershipSaid(exit);
        yield answer == ProgramAnswer.UNCLEAR ? membersSaid(exit) : answer;
      }
      case PAUSE, RESUME, RELOAD, RESTART, REINITIALIZE -> membersSaid(exit);
    };
  }

  private ProgramAnswer membersSaid(int exit) {
    MembersAnswer answer = MembersAnswer.read(exit, transcript.out(), transcript.error());
    if (answer == null) {
      return ProgramAnswer.UNCLEAR;
    }
    if (answer.failed().isEmpty()) {
      return ProgramAnswer.DONE;
    }
    return answer.done() > 0 ? ProgramAnswer.PARTLY : ProgramAnswer.REFUSED;
  }

  private ProgramAnswer leadershipSaid(int exit) {
    return switch (PatronictlAnswer.read(exit, transcript.out(), transcript.error())) {
      case PatronictlAnswer.SwitchedOver answer -> ProgramAnswer.SWITCHED;
      case PatronictlAnswer.SwitchedOverInstead answer -> ProgramAnswer.SWITCHED_INSTEAD;
      case PatronictlAnswer.Scheduled answer -> ProgramAnswer.SCHEDULED;
      case PatronictlAnswer.Flushed answer -> ProgramAnswer.FLUSHED;
      case PatronictlAnswer.NothingToFlush answer -> ProgramAnswer.FLUSHED;
      case PatronictlAnswer.Failed answer -> ProgramAnswer.REFUSED;
      case PatronictlAnswer.StatusUnknown answer -> ProgramAnswer.UNCLEAR;
      case PatronictlAnswer.Unparsed answer -> ProgramAnswer.UNCLEAR;
    };
  }

  /**
   * Follows no more; what is being asked ends by its own limit. Never by an interrupt: it would hit
   * the database in the middle of a write, and the embedded one closes its file then.
   */
  @Override
  public void close() {
    closed = true;
  }
}
