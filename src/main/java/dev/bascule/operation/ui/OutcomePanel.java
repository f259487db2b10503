package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestView;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a request: one sentence, then what was measured. */
final class OutcomePanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  private OutcomePanel(Wording words) {
    this.words = words;
    addClassNames("panel", "outcome");
  }

  static Optional<OutcomePanel> of(Wording words, RequestView view) {
    var outcome = view.outcome();
    var report = view.report();
    if (outcome == null && report == null) {
      return Optional.empty();
    }
    var panel = new OutcomePanel(words);
    panel.add(new H2(words.text("operation.page.outcome")));
    if (outcome != null) {
      panel.add(new Paragraph(words.say(outcome.said())));
    }
    panel.differences(view);
    if (report != null) {
      panel.add(panel.measured(report));
    }
    panel.resolved(view);
    return Optional.of(panel);
  }

  private void differences(RequestView view) {
    if (view.voidedBy().isEmpty()) {
      return;
    }
    var list = new UnorderedList();
    view.voidedBy()
        .forEach(
            difference ->
                list.add(
                    new ListItem(
                        words.text(
                            "operation.page.voided",
                            words.text("operation.fence." + difference.fact()),
                            difference.then(),
                            difference.now()))));
    add(list);
  }

  private DescriptionList measured(Report report) {
    var facts = new DescriptionList();
    facts.addClassName("facts");
    length(facts, "interruption", report.interruption());
    length(facts, "entrypoint", report.entryPointGap());
    length(facts, "leaderkey", report.leaderKeyGap());
    length(facts, "acknowledged", report.acknowledgedAfter());
    length(facts, "back", report.oldLeaderBack());
    var leader = report.newLeader();
    if (leader != null) {
      fact(facts, "leader", leader.value());
    }
    if (report.timelineAfter() > 0) {
      fact(facts, "timeline", report.timelineBefore() + " → " + report.timelineAfter());
    }
    if (!report.programSaid().isEmpty()) {
      fact(facts, "said", report.programSaid());
    }
    return facts;
  }

  private void length(DescriptionList facts, String what, @Nullable Duration length) {
    if (length != null) {
      fact(facts, what, words.formats().measured(length));
    }
  }

  private void fact(DescriptionList facts, String what, String value) {
    var term = new DescriptionList.Term(words.text("operation.page.report." + what));
    var description = new DescriptionList.Description(value);
    description.addClassName("report-" + what);
    facts.add(term, description);
  }

  private void resolved(RequestView view) {
    var resolution = view.resolution();
    if (resolution != null) {
      add(
          new Paragraph(
              words.text(
                  "operation.page.resolved",
                  resolution.by(),
                  words.text(
                      "operation.page.resolve."
                          + resolution.resolution().name().toLowerCase(Locale.ROOT)),
                  resolution.reason())));
    }
  }
}
