package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.Right;
import dev.bascule.approval.Vote;
import dev.bascule.operation.RequestView;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who must agree, why so many, who has, and who still could. */
final class VotesPanel extends Div {
  private static final long serialVersionUID = 1L;
  private static final int NAMED = 8;
  private final transient Wording words;

  VotesPanel(Wording words, RequestView view, People people) {
    this.words = words;
    addClassName("panel");
    add(new H2(words.text("operation.page.votes")));
    var policy = view.standing().proposal().policy();
    var environment = view.line().environment();
    add(
        new Paragraph(
            words.text(
                "operation.page.policy",
                policy.approvals(),
                environment.isEmpty() ? "–" : environment,
                words.formats().length(policy.expiry()))));
    view.standing().votes().forEach(this::vote);
    if (view.standing().missing() > 0 && view.state().waiting()) {
      add(new Paragraph(words.text("operation.page.missing", view.standing().missing())));
      add(new Paragraph(words.text("operation.page.could", couldAgree(view, people))));
    }
  }

  private void vote(Vote vote) {
    boolean yes = vote.answer() == Vote.Answer.APPROVED;
    var answer = words.text("operation.page.vote." + vote.answer().name().toLowerCase(Locale.ROOT));
    var line =
        new Div(
            Badges.state(yes ? Tone.QUIET : Tone.WARNING, answer),
            Badges.mono(vote.name()),
            new Div(words.formats().full(vote.at())));
    if (!vote.comment().isEmpty()) {
      line.add(new Paragraph(vote.comment()));
    }
    line.addClassName("vote");
    add(line);
  }

  private String couldAgree(RequestView view, People people) {
    var able =
        people.list().stream()
            .filter(person -> may(person, view))
            .map(Person::displayName)
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    return able.isEmpty() ? words.text("operation.page.could.nobody") : able;
  }

  private static boolean may(Person person, RequestView view) {
    return person.rights().contains(Right.APPROVE)
        && person.scope().covers(view.line().environment())
        && !person.id().equals(view.line().requester())
        && !view.standing().answeredBy(person.id());
  }
}
