package dev.bascule.operation.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.Requests;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.Formats;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks that a switchover which Patroni itself keeps for later be taken back. */
@Route("changes/new/switchover-cancel/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewCancelView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Requests requests;
  private final transient Fleet fleet;
  private final transient CurrentActor actor;
  private @Nullable RequestForm form;

  NewCancelView(Requests requests, Fleet fleet, CurrentActor actor) {
    super("operation.page.new.cancel.title");
    this.requests = requests;
    this.fleet = fleet;
    this.actor = actor;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = NewSwitchoverView.cluster(event);
    if (fleet.cluster(id).isEmpty()) {
      throw new NotFoundException();
    }
    setHeading(getTranslation("operation.page.new.cancel.heading", id.cluster()));
    clearActions();
    addActions(new Anchor(ChangeLinks.cluster(id), id.cluster()));
    var old = form;
    if (old != null) {
      remove(old);
    }
    var asking =
        new RequestForm(
            new Wording(this, Formats.of(event.getUI())),
            requests,
            actor.get(),
            false,
            () -> Optional.of(new CancelScheduledSwitchover(id)),
            plan -> {});
    form = asking;
    add(asking);
  }
}
