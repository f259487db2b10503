package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.CertificateFacts;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.DcsRecord;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.Identity;
import dev.bascule.ui.Badges;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every DCS that the console follows, with what its certificates say. */
@Route("dcs")
@Menu(title = "inventory.menu.dcs", order = 31)
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class DcsListView extends PageView {
  private static final long serialVersionUID = 1L;
  private static final Duration SOON = Duration.ofDays(30);

  private final transient DcsEndpoints dcs;
  private final transient Clusters clusters;
  private final transient Environments environments;
  private final transient Clock clock;
  private final transient Reach reach;
  private final Div all = new Div();

  DcsListView(
      DcsEndpoints dcs,
      Clusters clusters,
      Environments environments,
      Reach reach,
      Clock clock,
      InventoryWatch watch) {
    super("inventory.dcs.title");
    this.dcs = dcs;
    this.clusters = clusters;
    this.environments = environments;
    this.clock = clock;
    this.reach = reach;
    if (reach.manages()) {
      var add =
          new Button(
              getTranslation("inventory.dcs.add"),
              click -> getUI().ifPresent(ui -> Links.go(ui, "dcs/new")));
      add.addThemeVariants(ButtonVariant.PRIMARY);
      addActions(add);
    }
    add(all);
    LiveBinding.refresh(this, List.of(watch), this::draw);
  }

  private void draw() {
    all.removeAll();
    var records = dcs.list().stream().filter(reach::sees).toList();
    if (records.isEmpty()) {
      all.add(
          new EmptyState(
              Glyph.INFRASTRUCTURE,
              getTranslation("inventory.dcs.empty"),
              getTranslation("inventory.dcs.empty.text"),
              reach.manages()
                  ? new Anchor("dcs/new", getTranslation("inventory.dcs.add"))
                  : new Anchor("", getTranslation("ui.home"))));
    }
    records.forEach(record -> all.add(panel(record)));
  }

  private Div panel(DcsRecord record) {
    com.vaadin.flow.component.HtmlContainer name =
        reach.manages(record.environment())
            ? new Anchor(DcsView.link(record.name()), record.name())
            : Badges.mono(record.name());
    name.addClassName("mono");
    var facts = new Facts();
    facts.mono(getTranslation("inventory.dcs.endpoints"), String.join("  ", record.endpoints()));
    facts.mono(getTranslation("inventory.dcs.prefix"), record.prefix());
    environments
        .find(record.environment())
        .ifPresent(
            one ->
                facts.add(
                    getTranslation("inventory.hosts.environment"),
                    Badges.environment(one.name(), one.colour(), one.production())));
    var user = record.user();
    if (user != null) {
      facts.mono(getTranslation("inventory.dcs.user"), user);
    }
    identity(facts, "inventory.dcs.identity", record.identity());
    var rest = record.rest();
    if (rest == null) {
      facts.text(
          getTranslation("inventory.dcs.rest.identity"), getTranslation("inventory.dcs.rest.none"));
    } else {
      identity(facts, "inventory.dcs.rest.identity", rest);
    }
    long count =
        clusters.list().stream()
            .filter(one -> one.id().dcs().equals(record.name()) && reach.sees(one))
            .count();
    facts.text(getTranslation("inventory.dcs.clusters"), Long.toString(count));
    var panel = new Div(new H2(name), facts);
    panel.addClassName("panel");
    return panel;
  }

  private void identity(Facts facts, String key, Identity identity) {
    var certificate = identity.certificate();
    var value = new Div();
    if (certificate == null) {
      value.setText(getTranslation("inventory.dcs.no-certificate"));
    } else {
      value.add(Badges.mono(certificate.subject()), until(certificate));
    }
    value.addClassName("with-age");
    facts.add(getTranslation(key), value);
    identity.authorities().stream()
        .findFirst()
        .ifPresent(
            authority -> {
              var ca = new Div(Badges.mono(authority.subject()), until(authority));
              ca.addClassName("with-age");
              facts.add(getTranslation(key + ".ca"), ca);
            });
  }

  private com.vaadin.flow.component.html.Span until(CertificateFacts certificate) {
    Instant now = clock.instant();
    var day =
        getUI()
            .map(ui -> Formats.of(ui).full(certificate.notAfter()))
            .orElse(certificate.notAfter().toString());
    if (now.isAfter(certificate.notAfter())) {
      return Badges.state(Tone.CRITICAL, getTranslation("inventory.certificate.expired", day));
    }
    if (now.plus(SOON).isAfter(certificate.notAfter())) {
      return Badges.state(Tone.WARNING, getTranslation("inventory.certificate.soon", day));
    }
    var until =
        new com.vaadin.flow.component.html.Span(getTranslation("inventory.certificate.until", day));
    until.addClassName("secondary");
    return until;
  }
}
