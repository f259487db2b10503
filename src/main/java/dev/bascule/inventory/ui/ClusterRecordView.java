package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.ui.Badges;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of one cluster: its details, who is expected, its own identity towards REST. */
@Route("inventory/:dcs/:cluster")
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class ClusterRecordView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Clusters clusters;
  private final transient ExpectedMembers members;
  private final transient Reach reach;
  private final ClusterForm form;
  private final ClusterFacts facts = new ClusterFacts();
  private final ExpectedPanel expected;
  private final ClusterIdentityPanel identity;
  private final Button forget = new Button();
  private final Div trouble = new Div();
  private transient @Nullable ClusterId id;

  ClusterRecordView(
      Clusters clusters,
      ExpectedMembers members,
      DcsEndpoints dcs,
      Reach reach,
      InventoryWatch watch) {
    super("inventory.clusters.title");
    this.clusters = clusters;
    this.members = members;
    this.reach = reach;
    form = new ClusterForm(reach.managed(), this::save);
    expected = new ExpectedPanel(members, reach);
    identity = new ClusterIdentityPanel(dcs, reach);
    forget.setText(getTranslation("inventory.cluster.forget"));
    forget.addThemeVariants(ButtonVariant.TERTIARY);
    forget.addClickListener(click -> forget());
    trouble.getElement().setAttribute("aria-live", "polite");
    add(trouble, form, facts, expected, identity);
    LiveBinding.refresh(this, List.of(watch), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    var found =
        parameters
            .get("dcs")
            .flatMap(name -> parameters.get("cluster").map(cluster -> new ClusterId(name, cluster)))
            .flatMap(this::seen);
    if (found.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    var record = found.get();
    id = record.id();
    setHeading(record.id().cluster());
    boolean manages = reach.manages(record.environmentName());
    form.setVisible(manages);
    facts.setVisible(!manages);
    identity.setVisible(manages);
    if (manages) {
      form.show(record);
      identity.show(record.id());
    }
    clearActions();
    addActions(
        forget,
        new Anchor(
            "clusters/"
                + Links.segment(record.id().dcs())
                + "/"
                + Links.segment(record.id().cluster()),
            getTranslation("inventory.cluster.live")));
    draw();
  }

  private Optional<ClusterRecord> seen(ClusterId cluster) {
    return clusters.find(cluster).filter(reach::sees);
  }

  private void draw() {
    var record = Optional.ofNullable(id).flatMap(this::seen).orElse(null);
    if (record == null) {
      return;
    }
    boolean manages = reach.manages(record.environmentName());
    facts.show(record);
    expected.show(record.id(), manages);
    forget.setVisible(manages && members.of(record.id()).isEmpty());
  }

  private void save(ClusterForm.Saved saved) {
    var known = id;
    if (known != null) {
      clusters.describe(reach.actor(), known, saved.version(), saved.details());
      clusters.find(known).ifPresent(form::show);
    }
  }

  private void forget() {
    var known = id;
    if (known == null) {
      return;
    }
    new ConfirmTyped(
            getTranslation("inventory.cluster.forget"),
            getTranslation("inventory.cluster.forget.effect"),
            known.cluster(),
            getTranslation("inventory.cluster.forget.do"),
            () -> {
              try {
                clusters.forget(reach.actor(), known);
                getUI().ifPresent(ui -> Links.go(ui, "inventory"));
              } catch (RuntimeException e) {
                trouble.removeAll();
                trouble.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            })
        .open();
  }
}
