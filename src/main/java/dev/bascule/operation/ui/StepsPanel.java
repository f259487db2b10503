package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.bascule.access.Actor;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.StepView;
import dev.bascule.ssh.TerminalText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.Locale;

/** What was really sent, host by host, with what the programs wrote. */
final class StepsPanel extends Div {
  private static final long serialVersionUID = 1L;
  private static final int PIECES = 500;

  StepsPanel(Wording words, Requests requests, Actor actor, RequestView view) {
    addClassNames("panel", "steps");
    add(new H2(words.text("operation.page.steps")));
    for (var step : view.steps()) {
      add(head(words, step));
      var text = new StringBuilder();
      requests
          .transcript(actor, view.id(), step.id(), 1, PIECES)
          .forEach(line -> text.append(line.text()));
      if (!text.isEmpty()) {
        var transcript = new Pre(TerminalText.plain(text.toString()));
        transcript.addClassNames("mono", "transcript");
        transcript.getElement().setAttribute("tabindex", "0");
        transcript.getElement().setAttribute("aria-label", words.text("operation.page.transcript"));
        add(transcript);
      }
    }
  }

  private static Div head(Wording words, StepView step) {
    var tone =
        switch (step.progress()) {
          case PREPARED, SENT, RUNNING -> Tone.BUSY;
          case FINISHED, VOID -> Tone.QUIET;
          case REFUSED -> Tone.WARNING;
          case UNKNOWN -> Tone.CRITICAL;
        };
    var progress =
        words.text("operation.page.progress." + step.progress().name().toLowerCase(Locale.ROOT));
    var exit = step.exit();
    var command = new Paragraph(String.join(" ", step.argv()));
    command.addClassName("mono");
    var head =
        new Div(
            Badges.state(tone, exit == null ? progress : progress + " (" + exit + ")"),
            Badges.mono(step.account() + "@" + step.host()),
            command);
    head.addClassName("step-head");
    return head;
  }
}
