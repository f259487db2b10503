package dev.bascule.operation.internal;

import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.StepView.Progress;
import dev.bascule.operation.TranscriptLine;
import dev.bascule.ssh.JobState;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps how far a step came and what it wrote. The host keeps it too, so a database that can't be
 * written for a while loses nothing that matters: the outcome is decided without it.
 */
final class StepProgress {
  private static final Logger log = LoggerFactory.getLogger(StepProgress.class);

  private final UUID step;
  private final StoredSteps steps;
  private final StoredTranscripts transcripts;
  private final RequestNews news;
  private final Supplier<RequestChanged> change;
  private volatile @Nullable JobState last;
  private volatile boolean failing;

  StepProgress(
      UUID step,
      StoredSteps steps,
      StoredTranscripts transcripts,
      RequestNews news,
      Supplier<RequestChanged> change) {
    this.step = step;
    this.steps = steps;
    this.transcripts = transcripts;
    this.news = news;
    this.change = change;
  }

  /** A transcript that is kept as it grows; what was kept of it before is read again. */
  Transcript transcript() {
    quietly(() -> transcripts.clear(step));
    return new Transcript(step, this::keep);
  }

  private void keep(TranscriptLine line) {
    quietly(() -> transcripts.add(line));
    news.grew(change.get());
  }

  /** Keeps what the host knows of the step, if that is new. */
  void keep(JobState state, String lastLine) {
    if (state.equals(last)) {
      return;
    }
    last = state;
    quietly(
        () -> {
          switch (state) {
            case JobState.Absent() -> steps.progress(step, Progress.SENT);
            case JobState.Voided() -> steps.progress(step, Progress.VOID);
            case JobState.Made() -> steps.progress(step, Progress.SENT);
            case JobState.Refused(var reason) -> {
              steps.progress(step, Progress.VOID);
              steps.said(step, cut(reason));
            }
            case JobState.Running(var startedAt) -> steps.started(step, startedAt);
            case JobState.Finished(var exit, var startedAt, var endedAt) -> {
              steps.finished(step, exit, startedAt, endedAt);
              steps.said(step, cut(lastLine));
            }
            case JobState.Lost(var startedAt, var reason) -> {
              steps.progress(step, Progress.UNKNOWN);
              steps.said(step, cut(reason));
            }
          }
        });
    news.grew(change.get());
  }

  private static String cut(String text) {
    return text.length() > 2_000 ? text.substring(0, 2_000) : text;
  }

  private void quietly(Runnable write) {
    try {
      write.run();
      failing = false;
    } catch (DataAccessException e) {
      if (!failing) {
        log.warn("The progress of step {} can't be kept for now", step, e);
      }
      failing = true;
    }
  }
}
