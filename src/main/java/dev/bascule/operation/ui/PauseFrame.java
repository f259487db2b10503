package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.operation.PauseNote;
import dev.bascule.operation.Requests;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.Banner;
import dev.bascule.ui.BannerSource;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Problem;
import dev.bascule.ui.ProblemSource;
import dev.bascule.ui.Tone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/** Reminds everybody of pauses: who asked for them, why, and that they should be over by now. */
@Configuration(proxyBeanMethods = false)
@Lazy
class PauseFrame {
  @Bean
  PauseReminders pauseReminders(Requests requests, Fleet fleet, CurrentActor actor, Clock clock) {
    return new PauseReminders(requests, fleet, actor, clock);
  }

  @Bean
  @Order(5)
  BannerSource pauseBanners(PauseReminders reminders) {
    return new Banners(reminders);
  }

  @Bean
  @Order(5)
  ProblemSource pauseProblems(PauseReminders reminders) {
    return new Problems(reminders);
  }

  /** The pauses that hold now, for who may see them. */
  static final class PauseReminders {
    private static final String ALL = "all";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Fleet fleet;
    private final CurrentActor actor;
    private final Clock clock;
    private final Remembered<String, List<PauseNote>> notes;

    PauseReminders(Requests requests, Fleet fleet, CurrentActor actor, Clock clock) {
      this.fleet = fleet;
      this.actor = actor;
      this.clock = clock;
      this.notes = new Remembered<>(all -> requests.pauses(), List.of());
      var _ = requests.watch(change -> notes.askAgain());
    }

    List<PauseNote> holding() {
      return notes.get(ALL).stream()
          .filter(note -> fleet.cluster(note.cluster()).filter(ClusterState::paused).isPresent())
          .filter(
              note ->
                  actor
                      .find()
                      .filter((Actor who) -> who.may(Right.VIEW, note.environment()))
                      .isPresent())
          .toList();
    }

    Stream<PauseNote> overdue() {
      Instant now = clock.instant();
      return holding().stream().filter(note -> note.overdue(now));
    }

    boolean overdue(PauseNote note) {
      return note.overdue(clock.instant());
    }

    /** Tells of other notes, of pausing and resuming, and looks at the time once a minute. */
    Runnable watch(Runnable changed) {
      Runnable first = notes.watch(changed);
      Runnable second =
          fleet.subscribe(
              change -> {
                if (paused(change.before()) != paused(change.after())) {
                  changed.run();
                }
              });
      Thread minutes = Thread.ofVirtual().name("pause-reminder").start(() -> everyMinute(changed));
      return () -> {
        first.run();
        second.run();
        minutes.interrupt();
      };
    }

    private static boolean paused(@org.jspecify.annotations.Nullable ClusterState state) {
      return state != null && state.paused();
    }

    private static void everyMinute(Runnable changed) {
      try {
        while (true) {
          Thread.sleep(LOOK_AGAIN);
          changed.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private record Banners(PauseReminders reminders) implements BannerSource {
    @Override
    public List<Banner> banners() {
      var formats = Formats.of(UI.getCurrent());
      return reminders.holding().stream()
          .map(
              note -> {
                boolean overdue = reminders.overdue(note);
                return new Banner(
                    "pause:" + note.request().value(),
                    overdue ? Tone.CRITICAL : Tone.WARNING,
                    overdue ? "operation.page.pause.overdue" : "operation.page.pause.holds",
                    List.of(
                        note.cluster().cluster(),
                        note.by(),
                        formats.full(note.until()),
                        shortened(note.reason())),
                    Optional.of(ChangeLinks.cluster(note.cluster())));
              })
          .toList();
    }

    private static String shortened(String reason) {
      return reason.length() <= 120 ? reason : reason.substring(0, 119) + "…";
    }

    @Override
    public Runnable watch(Runnable changed) {
      return reminders.watch(changed);
    }
  }

  private record Problems(PauseReminders reminders) implements ProblemSource {
    @Override
    public List<Problem> problems(int limit) {
      UI ui = UI.getCurrent();
      return reminders
          .overdue()
          .limit(limit)
          .map(
              note ->
                  new Problem(
                      Tone.CRITICAL,
                      note.cluster().cluster(),
                      Optional.of(note.environment()),
                      ui.getTranslation("operation.page.pause.problem", note.by()),
                      Optional.of(note.until()),
                      ChangeLinks.cluster(note.cluster())))
          .toList();
    }

    @Override
    public Count count() {
      int overdue = (int) reminders.overdue().count();
      return new Count(overdue, overdue);
    }

    @Override
    public Runnable watch(Runnable changed) {
      return reminders.watch(changed);
    }
  }
}
