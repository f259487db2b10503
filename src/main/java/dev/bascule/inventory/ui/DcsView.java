package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.DcsRecord;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.Links;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** One DCS, or a new one: {@code dcs/new} is no name of one, since it can't be given. */
@Route("dcs/:name")
@RouteAlias("infrastructure/dcs/:name")
@RolesAllowed("MANAGE_INVENTORY")
@StyleSheet("context://ui/inventory.css")
class DcsView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  /** The path segment that stands for a DCS not there yet. */
  static final String NEW = "new";

  private final transient DcsEndpoints dcs;
  private final transient Reach reach;
  private final DcsForm form;
  private final Button remove = new Button();
  private transient @Nullable DcsRecord record;

  DcsView(DcsEndpoints dcs, Reach reach) {
    super("inventory.dcs.add");
    this.dcs = dcs;
    this.reach = reach;
    this.form = new DcsForm(dcs, reach, this::kept);
    remove.setText(getTranslation("inventory.remove"));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.addClickListener(click -> remove());
    remove.setVisible(false);
    addActions(remove);
    add(form);
  }

  /** The page of a DCS, without leading slash. */
  static String link(String name) {
    return "dcs/" + Links.segment(name);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElse(NEW);
    if (name.equals(NEW)) {
      setHeading(getTranslation("inventory.dcs.add"));
      return;
    }
    record = dcs.find(name).filter(one -> reach.manages(one.environment())).orElse(null);
    var known = record;
    if (known == null) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    setHeading(known.name());
    form.show(known);
    remove.setVisible(true);
  }

  private void kept(String name) {
    getUI().ifPresent(ui -> Links.go(ui, record == null ? "fleet" : "dcs"));
  }

  private void remove() {
    var known = record;
    if (known == null) {
      return;
    }
    new ConfirmTyped(
            getTranslation("inventory.dcs.remove"),
            getTranslation("inventory.dcs.remove.effect"),
            known.name(),
            getTranslation("inventory.dcs.remove.do"),
            () -> {
              try {
                dcs.remove(reach.actor(), known.name());
                getUI().ifPresent(ui -> Links.go(ui, "dcs"));
              } catch (RuntimeException e) {
                form.refused(e);
              }
            })
        .open();
  }
}
