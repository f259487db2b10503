package dev.bascule.inventory.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.ui.Badges;

/** What people said of a cluster, for those who only read. */
final class ClusterFacts extends Div {
  private static final long serialVersionUID = 1L;

  ClusterFacts() {
    addClassName("panel");
  }

  void show(ClusterRecord record) {
    var details = record.details();
    var facts = new Facts();
    var environment = record.environment();
    facts.add(
        getTranslation("inventory.hosts.environment"),
        environment == null
            ? new Span("–")
            : Badges.environment(
                environment.name(), environment.colour(), environment.production()));
    text(
        facts,
        "inventory.environment.criticality",
        getTranslation("inventory.criticality." + record.criticality().code()));
    text(facts, "inventory.cluster.site", details.site());
    text(facts, "inventory.cluster.application", details.application());
    text(facts, "inventory.cluster.owner", details.owner());
    text(facts, "inventory.cluster.onCall", details.onCall());
    var runbook = details.runbook();
    if (ClusterDetails.isRunbook(runbook)) {
      var link = new Anchor(runbook, runbook);
      link.setTarget("_blank");
      link.getElement().setAttribute("rel", "noopener noreferrer");
      facts.add(getTranslation("inventory.cluster.runbook"), link);
    }
    text(facts, "inventory.cluster.tags", String.join(", ", details.tags()));
    record
        .entryPoint()
        .ifPresent(
            entry ->
                facts.add(
                    getTranslation("inventory.cluster.entryPointAddress"),
                    Badges.mono(entry.address()),
                    new Span(" (" + entry.kind() + ")")));
    removeAll();
    add(new H2(getTranslation("inventory.cluster.details")), facts);
  }

  private void text(Facts facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.text(getTranslation(key), value);
    }
  }
}
