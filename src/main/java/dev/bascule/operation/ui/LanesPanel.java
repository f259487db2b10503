package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.StepView;
import dev.bascule.ui.Badges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The steps in their order, a lane a host: expected in outline, filled in by what was measured. A
 * line marks the point of no return. Widths say nothing: lengths are written out.
 */
final class LanesPanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  /**
   * Draws the lanes.
   *
   * @param view what has run so far; null on a sheet that nobody asked for yet
   */
  LanesPanel(Wording words, Sheet sheet, @Nullable RequestView view) {
    this.words = words;
    addClassNames("panel", "lanes-panel");
    add(new H2(words.text("operation.page.lanes")));
    var steps = sheet.steps();
    var lanes = new ArrayList<>(steps.stream().map(PlannedStep::lane).distinct().toList());
    var grid = new Div();
    grid.addClassName("lanes");
    // it scrolls sideways where there are many steps, so that the keyboard has to reach it
    grid.getElement().setAttribute("tabindex", "0");
    grid.getElement().setAttribute("role", "group");
    grid.getElement().setAttribute("aria-label", words.text("operation.page.lanes"));
    grid.getStyle().set("--steps", Integer.toString(Math.max(1, steps.size())));
    for (var lane : lanes) {
      var name = Badges.mono(lane);
      name.addClassName("lane-name");
      name.getStyle().set("grid-row", Integer.toString(lanes.indexOf(lane) + 1));
      grid.add(name);
    }
    for (int at = 0; at < steps.size(); at++) {
      grid.add(stretch(steps.get(at), lanes, at, view));
    }
    add(grid);
    if (steps.stream().anyMatch(PlannedStep::noReturn)) {
      var line = new Paragraph(words.text("operation.page.noreturn"));
      line.addClassName("secondary");
      add(line);
    }
  }

  private Div stretch(PlannedStep step, List<String> lanes, int at, @Nullable RequestView view) {
    var measured = view == null ? Optional.<Duration>empty() : measured(step, view);
    var stretch = new Div(new Span(words.text("operation.lane." + step.code())));
    var length = new Span();
    length.addClassName("lane-length");
    var expected = step.expected();
    if (measured.isPresent()) {
      length.setText(words.formats().measured(measured.get()));
      stretch.addClassName("measured");
      if (expected != null) {
        length.setText(
            words.text(
                "operation.page.lane.against",
                words.formats().measured(measured.get()),
                words.formats().measured(expected)));
      }
    } else if (view != null && running(step, view)) {
      length.setText(words.text("operation.page.progress.running"));
      stretch.addClassName("under-way");
    } else if (expected != null) {
      length.setText(
          words.text("operation.page.lane.expected", words.formats().measured(expected)));
    }
    stretch.add(length);
    stretch.addClassName("lane-step");
    stretch.getElement().setAttribute("data-lane", step.lane());
    if (step.noReturn()) {
      stretch.addClassName("no-return");
    }
    stretch.getStyle().set("grid-row", Integer.toString(lanes.indexOf(step.lane()) + 1));
    stretch.getStyle().set("grid-column", Integer.toString(at + 2));
    return stretch;
  }

  private static Optional<Duration> measured(PlannedStep step, RequestView view) {
    Report report = view.report();
    return switch (step.code()) {
      case "checkpoint" -> ran(view, StepKind::preparing);
      case "patronictl" -> ran(view, kind -> !kind.preparing());
      case "demote" -> Optional.ofNullable(report).map(Report::interruption);
      case "rejoin" -> Optional.ofNullable(report).map(Report::oldLeaderBack);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> ran(RequestView view, Predicate<StepKind> kind) {
    return view.steps().stream()
        .filter(step -> kind.test(step.kind()) && step.progress() == StepView.Progress.FINISHED)
        .findFirst()
        .flatMap(
            step -> {
              var from = step.startedAt();
              var to = step.endedAt();
              return from == null || to == null
                  ? Optional.empty()
                  : Optional.of(Duration.between(from, to));
            });
  }

  private static boolean running(PlannedStep step, RequestView view) {
    var checkpoint = step.code().equals("checkpoint");
    return view.steps().stream()
        .filter(sent -> (sent.kind() == StepKind.CHECKPOINT) == checkpoint)
        .anyMatch(
            sent ->
                (checkpoint || step.code().equals("patronictl"))
                    && (sent.progress() == StepView.Progress.SENT
                        || sent.progress() == StepView.Progress.RUNNING));
  }
}
