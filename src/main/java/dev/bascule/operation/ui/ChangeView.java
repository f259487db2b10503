package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.approval.Vote;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Sheet;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request: its sheet, who agreed, what ran, what came of it. It follows what happens by itself.
 */
@Route("changes/:id")
@PermitAll
@StyleSheet("context://ui/changes.css")
class ChangeView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Requests requests;
  private final transient Actor actor;
  private final Div head = new Div();
  private final Div outcome = new Div();
  private final Div actions = new Div();
  private final Div votes = new Div();
  private final Div sheetPlace = new Div();
  private final Div lanes = new Div();
  private transient Wording words = new Wording(this, Formats.of(UI.getCurrent()));
  private transient @Nullable RequestId id;
  private transient @Nullable Plan now;

  ChangeView(Requests requests, CurrentActor actor) {
    super("operation.page.title");
    this.requests = requests;
    this.actor = actor.get();
    head.addClassName("change-head");
    outcome.getElement().setAttribute("aria-live", "polite");
    votes.addClassName("panel");
    add(head, outcome, actions, lanes, votes, sheetPlace);
    LiveBinding.<RequestChanged>of(this, requests::watch)
        .keyedBy(RequestChanged::id)
        .atOnceWhen(change -> change.id().equals(id))
        .firstDraw(this::draw)
        .render(
            changes -> {
              if (changes.stream().anyMatch(change -> change.id().equals(id))) {
                draw();
              }
            });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words = new Wording(this, Formats.of(event.getUI()));
    try {
      id = new RequestId(Long.parseLong(event.getRouteParameters().get("id").orElse("")));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
    if (requests.find(actor, id).isEmpty()) {
      throw new NotFoundException();
    }
    draw();
    rehearse();
  }

  /** The facts of now, beside those that were agreed to. */
  private void rehearse() {
    var ui = UI.getCurrent();
    var request = id;
    if (ui == null
        || request == null
        || requests.find(actor, request).filter(view -> view.state().waiting()).isEmpty()) {
      return;
    }
    Background.run(
        ui,
        () -> requests.rehearseAgain(actor, request),
        made -> {
          now = made.orElse(null);
          draw();
        },
        failed -> {});
  }

  private void draw() {
    var request = id;
    if (request != null) {
      requests.find(actor, request).ifPresent(this::draw);
    }
  }

  private void draw(RequestView view) {
    setHeading(words.say(view.line().sentence()));
    drawHead(view);
    outcome.removeAll();
    OutcomePanel.of(words, view).ifPresent(outcome::add);
    drawVotes(view);
    drawSheet(view);
    lanes.removeAll();
    if (!view.steps().isEmpty()) {
      lanes.add(new StepsPanel(words, requests, actor, view));
    }
  }

  private void drawHead(RequestView view) {
    var line = view.line();
    var cluster = line.cluster();
    head.removeAll();
    head.add(
        Badges.state(Wording.tone(line.state()), words.state(line.state())),
        new Anchor(
            "clusters/" + Links.segment(cluster.dcs()) + "/" + Links.segment(cluster.cluster()),
            cluster.cluster()),
        new Paragraph(
            words.text(
                "operation.page.askedby",
                line.requesterName(),
                words.formats().full(line.askedAt()),
                view.reason())));
    var runsAt = line.runsAt();
    if (runsAt != null) {
      head.add(new Paragraph(words.text("operation.page.runsat", words.formats().full(runsAt))));
    }
    if (view.state().waiting()) {
      head.add(
          new Paragraph(
              words.text("operation.page.expires", words.formats().full(view.expiresAt()))));
    }
  }

  private void drawVotes(RequestView view) {
    votes.removeAll();
    votes.add(new H2(words.text("operation.page.votes")));
    var policy = view.standing().proposal().policy();
    votes.add(new Paragraph(words.text("operation.page.policy", policy.approvals())));
    for (Vote vote : view.standing().votes()) {
      var answer =
          words.text("operation.page.vote." + vote.answer().name().toLowerCase(Locale.ROOT));
      votes.add(
          new Paragraph(words.text("operation.page.votedby", vote.name(), answer, vote.comment())));
    }
    if (view.standing().missing() > 0 && view.state().waiting()) {
      votes.add(new Paragraph(words.text("operation.page.missing", view.standing().missing())));
    }
  }

  private void drawSheet(RequestView view) {
    var fresh = now;
    var shown = fresh != null && view.state().waiting() ? fresh.sheet() : view.newestSheet();
    Map<String, Sheet> others = new LinkedHashMap<>();
    for (var moment : Moment.values()) {
      var sheet = view.sheets().get(moment);
      if (sheet != null && !sheet.equals(shown)) {
        others.put(
            words.text("operation.page.moment." + moment.name().toLowerCase(Locale.ROOT)), sheet);
      }
    }
    var answering = new AnswerPanel(words, requests, actor, view, this::draw);
    var panel =
        new SheetPanel(
            words,
            shown,
            others,
            view.hash().fingerprint(),
            answering.ticking(),
            answering::enable);
    answering.over(panel);
    sheetPlace.removeAll();
    sheetPlace.add(panel);
    actions.removeAll();
    actions.add(answering);
  }
}
