package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.People;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Sheet;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Formats;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
  private final transient Fleet fleet;
  private final transient People people;
  private final transient Actor actor;
  private final Div head = new Div();
  private final Div outcome = new Div();
  private final Div actions = new Div();
  private final Div sent = new Div();
  private final Div votes = new Div();
  private final Div sheetPlace = new Div();
  private final Div talk = new Div();
  private transient Wording words = new Wording(this, Formats.of(UI.getCurrent()));
  private transient @Nullable RequestId id;
  private transient @Nullable Plan now;
  private transient @Nullable RequestView drawn;
  private transient @Nullable Plan drawnNow;
  private @Nullable SheetPanel sheet;
  private @Nullable AnswerPanel answers;
  private boolean blind;
  private @Nullable ConversationPanel conversation;

  ChangeView(Requests requests, Fleet fleet, People people, CurrentActor actor) {
    super("operation.page.title");
    this.requests = requests;
    this.fleet = fleet;
    this.people = people;
    this.actor = actor.get();
    outcome.getElement().setAttribute("aria-live", "polite");
    add(head, outcome, actions, sent, sheetPlace, votes, talk);
    addClassName("change");
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
    LiveBinding.<ClusterChange>of(this, this::leaders).render(changes -> rehearse());
    LiveBinding.<String>of(this, fleet::watchSight).render(seen -> look());
  }

  /** What can be started is drawn anew when its DCS goes out of sight, or comes back. */
  private void look() {
    var view = drawn;
    if (view != null && view.state().waiting() && outOfSight(view) != blind) {
      blind = !blind;
      drawSheet(view);
    }
  }

  private boolean outOfSight(RequestView view) {
    return fleet.sight(view.line().cluster().dcs()) instanceof Sight.OutOfSight;
  }

  /** Another leader makes today's facts other ones than those on the screen. */
  private Runnable leaders(Consumer<ClusterChange> listener) {
    return fleet.subscribe(
        change -> {
          var view = drawn;
          if (change.leaderChanged()
              && view != null
              && view.state().waiting()
              && change.id().equals(view.line().cluster())) {
            listener.accept(change);
          }
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words = new Wording(this, Formats.of(event.getUI()));
    RequestId wanted;
    try {
      wanted = new RequestId(Long.parseLong(event.getRouteParameters().get("id").orElse("")));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
    id = wanted;
    now = null;
    drawn = null;
    sheet = null;
    answers = null;
    if (requests.find(actor, wanted).isEmpty()) {
      throw new NotFoundException();
    }
    var said = new ConversationPanel(words, requests, actor, wanted);
    conversation = said;
    talk.removeAll();
    talk.add(said);
    draw();
    rehearse();
  }

  /** The facts of now, beside those that were agreed to. */
  private void rehearse() {
    var ui = UI.getCurrent();
    var request = id;
    var view = drawn;
    if (ui == null || request == null || view == null || !view.state().waiting()) {
      return;
    }
    Background.run(
        ui,
        () -> requests.rehearseAgain(actor, request),
        made -> {
          now = made.orElse(null);
          draw();
        },
        failed -> {
          // what was agreed to stays on the screen; whoever answers is told then
        });
  }

  private void draw() {
    var request = id;
    if (request != null) {
      requests.find(actor, request).ifPresent(this::draw);
    }
  }

  /** More output or another remark leaves all else as it stands: nothing that is typed is lost. */
  private void draw(RequestView view) {
    if (!view.equals(drawn) || !Objects.equals(now, drawnNow)) {
      drawn = view;
      drawnNow = now;
      blind = outOfSight(view);
      setHeading(words.say(view.line().sentence()));
      head.removeAll();
      head.add(new HeadPanel(words, view, now));
      drawOutcome(view);
      drawSheet(view);
      votes.removeAll();
      votes.add(new VotesPanel(words, view, people));
    }
    sent.removeAll();
    if (!view.steps().isEmpty()) {
      sent.add(new StepsPanel(words, requests, actor, view));
    }
    var said = conversation;
    if (said != null) {
      said.show(requests.conversation(actor, view.id()));
    }
  }

  private void drawOutcome(RequestView view) {
    outcome.removeAll();
    OutcomePanel.of(words, view).ifPresent(outcome::add);
    if (view.state() == RequestState.UNKNOWN && view.resolution() == null) {
      outcome.add(
          new UnknownPanel(
              words, requests, actor, view, fleet.cluster(view.line().cluster()), this::draw));
    }
    var glass = view.breakGlass();
    if (glass != null) {
      outcome.add(new ExceptionPanel(words, requests, actor, view, glass, this::draw));
    }
    FeedbackPanel.of(words, requests, actor, view, this::draw).ifPresent(outcome::add);
  }

  private void drawSheet(RequestView view) {
    var fresh = now;
    var shown = fresh != null && view.state().waiting() ? fresh.sheet() : view.newestSheet();
    var answering = new AnswerPanel(words, requests, actor, view, blind, this::draw);
    var typed = answers;
    if (typed != null) {
      answering.type(typed.typed());
    }
    var panel =
        new SheetPanel(
            words,
            shown,
            new SheetPanel.Beside(otherMoments(view, shown), view),
            view.hash().fingerprint(),
            answering.ticking(),
            answering::enable);
    var before = sheet;
    panel.tickAgain(before == null ? Set.of() : before.stillAcknowledged(shown));
    answering.over(panel);
    sheet = panel;
    answers = answering;
    sheetPlace.removeAll();
    sheetPlace.add(panel);
    actions.removeAll();
    actions.add(answering);
  }

  private Map<String, Sheet> otherMoments(RequestView view, Sheet shown) {
    Map<String, Sheet> others = new LinkedHashMap<>();
    for (var moment : Moment.values()) {
      var made = view.sheets().get(moment);
      if (made != null && !made.equals(shown)) {
        others.put(
            words.text("operation.page.moment." + moment.name().toLowerCase(Locale.ROOT)), made);
      }
    }
    return others;
  }
}
