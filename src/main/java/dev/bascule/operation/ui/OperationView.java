package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Requests;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.Formats;
import dev.bascule.ui.PageView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks for one kind of operation on a cluster: its choices, and below them the form
 * that all pages share.
 */
abstract class OperationView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Requests requests;
  private final transient Fleet fleet;
  private final transient CurrentActor actor;
  private final OfferedOperation kind;
  private final String key;
  private final Div place = new Div();
  private transient @Nullable ClusterId cluster;
  private @Nullable RequestForm form;

  /**
   * A page.
   *
   * @param kind what it asks for
   */
  OperationView(OfferedOperation kind, Requests requests, Fleet fleet, CurrentActor actor) {
    super("operation.page.new." + kind.path() + ".title");
    this.kind = kind;
    this.key = "operation.page.new." + kind.path();
    this.requests = requests;
    this.fleet = fleet;
    this.actor = actor;
    add(place);
  }

  /** The choices, made anew for each visit; none when there is nothing to choose. */
  abstract List<Component> choices(Wording words, ClusterState state, QueryParameters query);

  /** What they come to; empty while something is missing. */
  abstract Optional<Operation> chosen(ClusterId cluster);

  /** What can't be undone or may be lost, when that asks for the cluster's name to be typed. */
  Optional<String> effect() {
    return Optional.empty();
  }

  /**
   * What has to be typed before this plan is asked for: the cluster's name, unless the page says
   * otherwise; empty when nothing is.
   */
  Optional<Typing> typing(Plan plan) {
    return effect().map(effect -> new Typing(effect, plan.operation().cluster().cluster()));
  }

  @Override
  public final void beforeEnter(BeforeEnterEvent event) {
    var words = new Wording(this, Formats.of(event.getUI()));
    var id = NewSwitchoverView.cluster(event);
    var state = fleet.cluster(id).orElseThrow(NotFoundException::new);
    var query = event.getLocation().getQueryParameters();
    boolean exception = query.getSingleParameter(NewSwitchoverView.EXCEPTION).isPresent();
    cluster = id;
    form = null;
    setHeading(getTranslation(key + ".heading", id.cluster()));
    clearActions();
    addActions(new Anchor(ChangeLinks.cluster(id), id.cluster()));
    if (!exception && actor.get().may(Right.BREAK_GLASS)) {
      var glass =
          new Anchor(
              ChangeLinks.operation(kind.path(), id) + "?" + NewSwitchoverView.EXCEPTION + "=yes",
              getTranslation("operation.page.glass.link"));
      glass.addClassName("glass-link");
      addActions(glass);
    }
    place.removeAll();
    var choices = choices(words, state, query);
    if (!choices.isEmpty()) {
      var panel = new Div();
      panel.add(choices);
      panel.addClassNames("panel", "change-form");
      place.add(panel);
    }
    var asking =
        new RequestForm(
            words,
            requests,
            actor.get(),
            exception,
            () -> chosen(id),
            plan -> setHeading(words.say(plan.sheet().sentence())));
    asking.typed(this::typing);
    form = asking;
    place.add(asking);
  }

  /** What is known of the cluster now. */
  final Optional<ClusterState> state() {
    var id = cluster;
    return id == null ? Optional.empty() : fleet.cluster(id);
  }

  /** A choice changed. */
  final void rehearse() {
    var asking = form;
    if (asking != null) {
      asking.rehearse();
    }
  }
}
