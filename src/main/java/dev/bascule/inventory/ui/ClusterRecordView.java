package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of one cluster: its details, who is expected, its own identity towards REST. */
@Route("inventory/:dcs/:cluster")
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class ClusterRecordView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Clusters clusters;
  private final transient ExpectedMembers members;
  private final transient DcsEndpoints dcs;
  private final transient CurrentActor actor;
  private final ClusterForm form;
  private final Div expected = new Div();
  private final Div identityPanel = new Div();
  private final IdentityFields identity = new IdentityFields();
  private final CheckList trouble = new CheckList();
  private transient @Nullable ClusterId id;

  ClusterRecordView(
      Clusters clusters,
      ExpectedMembers members,
      DcsEndpoints dcs,
      Environments environments,
      CurrentActor actor,
      InventoryWatch watch) {
    super("inventory.clusters.title");
    this.clusters = clusters;
    this.members = members;
    this.dcs = dcs;
    this.actor = actor;
    form = new ClusterForm(environments.list(), this::save);
    expected.addClassName("panel");
    identityPanel.addClassName("panel");
    var keep = new Button(getTranslation("inventory.save"), click -> identify(true));
    var away =
        new Button(getTranslation("inventory.cluster.identity.away"), click -> identify(false));
    away.addThemeVariants(ButtonVariant.TERTIARY);
    var row = new Div(keep, away);
    row.addClassName("form-actions");
    identityPanel.add(
        new H2(getTranslation("inventory.cluster.identity")),
        new Paragraph(getTranslation("inventory.cluster.identity.text")),
        identity,
        trouble,
        row);
    add(form, expected, identityPanel);
    LiveBinding.refresh(this, List.of(watch), this::drawExpected);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    var found =
        parameters
            .get("dcs")
            .flatMap(name -> parameters.get("cluster").map(cluster -> new ClusterId(name, cluster)))
            .flatMap(clusters::find)
            .filter(
                record ->
                    actor.find().map(one -> ClusterRecordsView.mayView(one, record)).orElse(false));
    if (found.isEmpty()) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    id = found.get().id();
    setHeading(id.cluster());
    addActions(
        new Anchor(
            "clusters/" + Links.segment(id.dcs()) + "/" + Links.segment(id.cluster()),
            getTranslation("inventory.cluster.live")));
    boolean manages = mayManage(found.get());
    form.show(found.get(), manages);
    identityPanel.setVisible(manages);
    dcs.ownIdentity(id).ifPresent(identity::show);
    drawExpected();
  }

  private boolean mayManage(ClusterRecord record) {
    return actor
        .find()
        .map(one -> one.may(Right.MANAGE_INVENTORY, record.environmentName()))
        .orElse(false);
  }

  private void save(ClusterForm.Saved saved) {
    var known = id;
    if (known != null) {
      clusters.describe(actor.get(), known, saved.version(), saved.details());
      clusters.find(known).ifPresent(record -> form.show(record, true));
    }
  }

  private void identify(boolean keep) {
    var known = id;
    if (known == null) {
      return;
    }
    trouble.clear();
    identity.valid();
    try {
      dcs.identify(actor.get(), known, keep ? identity.draft() : null);
      trouble.begin(Tone.QUIET, getTranslation("inventory.saved"));
    } catch (RuntimeException e) {
      Wording.field(e)
          .flatMap(code -> identity.field(code.replace("rest.", "")))
          .ifPresent(field -> field.invalid(Wording.of(this, e)));
      trouble.begin(Tone.CRITICAL, Wording.of(this, e));
    }
  }

  private void drawExpected() {
    var known = id;
    if (known == null) {
      return;
    }
    expected.removeAll();
    expected.add(
        new H2(getTranslation("inventory.expected.title")),
        new Paragraph(getTranslation("inventory.expected.text")));
    var record = clusters.find(known).orElse(null);
    for (var member : members.of(known)) {
      var row = new Div(Badges.mono(member.name().value()), state(member));
      row.addClassName("candidate");
      var since = member.absentSince();
      if (since != null) {
        row.add(new AgeText(since));
        if (record != null && mayManage(record)) {
          var retire =
              new Button(
                  getTranslation("inventory.expected.retire"), click -> retire(known, member));
          retire.addThemeVariants(ButtonVariant.SMALL);
          retire.setAriaLabel(retire.getText() + ": " + member.name().value());
          row.add(retire);
        }
      }
      expected.add(row);
    }
  }

  private com.vaadin.flow.component.html.Span state(MemberRecord member) {
    return member.absentSince() == null
        ? Badges.state(Tone.QUIET, Glyph.CHECK, getTranslation("inventory.expected.there"))
        : Badges.state(Tone.WARNING, getTranslation("inventory.expected.absent"));
  }

  private void retire(ClusterId cluster, MemberRecord member) {
    new ConfirmTyped(
            getTranslation("inventory.expected.retire"),
            getTranslation("inventory.expected.retire.effect", member.name().value()),
            member.name().value(),
            getTranslation("inventory.expected.retire.do"),
            () -> {
              try {
                members.retire(actor.get(), cluster, member.name(), "");
              } catch (RuntimeException e) {
                expected.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            })
        .open();
  }
}
