package dev.bascule.inventory.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.HostInstance;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.TerminalText;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.Tone;
import java.util.List;

/** What pglift told: its version, the instances and the clusters that they belong to. */
final class HostFactsPanel extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of("instance", "cluster", "member", "port", "running", "data");

  private final transient Hosts hosts;
  private final transient Clusters clusters;
  private final transient ExpectedMembers members;
  private final transient Reach reach;

  HostFactsPanel(Hosts hosts, Clusters clusters, ExpectedMembers members, Reach reach) {
    this.hosts = hosts;
    this.clusters = clusters;
    this.members = members;
    this.reach = reach;
    addClassName("panel");
  }

  void show(HostRecord host) {
    removeAll();
    add(new H2(getTranslation("inventory.facts.title")));
    var failed = hosts.trouble(host.id());
    failed.ifPresent(
        trouble -> {
          var line =
              new Div(
                  Badges.state(
                      Tone.WARNING,
                      getTranslation(
                          "inventory.facts.failed", Wording.what(this, trouble.trouble()))),
                  new AgeText(trouble.at()));
          line.addClassName("with-age");
          add(line, new Paragraph(Wording.next(this, trouble.trouble())));
        });
    var known = hosts.facts(host.id()).orElse(null);
    if (known == null && failed.isPresent()) {
      return;
    }
    if (known == null) {
      add(new Paragraph(getTranslation("inventory.facts.none")));
      return;
    }
    var facts = new Facts();
    facts.mono(getTranslation("inventory.facts.host-name"), known.hostName());
    var version = known.pgliftVersion();
    facts.mono("pglift", version == null ? "–" : version);
    facts.add(getTranslation("inventory.facts.age"), new AgeText(known.collectedAt()));
    add(facts);
    var trouble = known.trouble();
    if (trouble != null) {
      add(Badges.state(Tone.WARNING, getTranslation("inventory.facts.trouble")));
      add(new Pre(TerminalText.plain(trouble)));
    }
    if (!known.instances().isEmpty()) {
      add(table(host, known.instances()));
    }
    var settings = known.settings();
    if (settings != null) {
      var text = new Pre(TerminalText.plain(settings));
      text.addClassName("settings");
      add(new Details(getTranslation("inventory.facts.settings"), text));
    }
  }

  private Div table(HostRecord host, List<HostInstance> instances) {
    var head = new NativeTableRow();
    for (var column : COLUMNS) {
      var cell = new NativeTableHeaderCell(getTranslation("inventory.facts." + column));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    var body = new NativeTableBody();
    for (var instance : instances) {
      body.add(
          new NativeTableRow(
              new NativeTableCell(Badges.mono(instance.name().toString())),
              new NativeTableCell(cluster(host, instance)),
              new NativeTableCell(Badges.mono(orDash(instance.member()))),
              new NativeTableCell(Badges.mono(Integer.toString(instance.port()))),
              new NativeTableCell(running(instance)),
              new NativeTableCell(Badges.mono(instance.dataDirectory()))));
    }
    var table = new NativeTable(new NativeTableHeader(head), body);
    table.addClassName("plain-table");
    var scroller = new Div(table);
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", getTranslation("inventory.facts.instances"));
    scroller.addClassName("scrolled");
    scroller.getElement().setAttribute("tabindex", "0");
    return scroller;
  }

  private static String orDash(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "–" : text;
  }

  private Span running(HostInstance instance) {
    return instance.running()
        ? Badges.state(Tone.QUIET, getTranslation("inventory.facts.runs"))
        : Badges.state(Tone.BUSY, Glyph.SQUARE, getTranslation("inventory.facts.stopped"));
  }

  /** A link when a known cluster has that member on this very host. */
  private com.vaadin.flow.component.Component cluster(HostRecord host, HostInstance instance) {
    var scope = instance.scope();
    var member = instance.member();
    if (scope == null || member == null || member.isEmpty() || member.length() > 512) {
      return new Span(getTranslation("inventory.facts.standalone"));
    }
    return clusters.list().stream()
        .filter(reach::sees)
        .map(ClusterRecord::id)
        .filter(id -> id.cluster().equals(scope))
        .filter(id -> isHere(id, new MemberName(member), host))
        .findFirst()
        .<com.vaadin.flow.component.Component>map(
            id -> {
              var link =
                  new Anchor(
                      "clusters/" + Links.segment(id.dcs()) + "/" + Links.segment(id.cluster()),
                      scope);
              link.addClassName("mono");
              return link;
            })
        .orElseGet(() -> Badges.mono(scope));
  }

  private boolean isHere(ClusterId id, MemberName member, HostRecord host) {
    return members.of(id).stream().anyMatch(record -> record.name().equals(member))
        && hosts.hostOf(id, member).map(found -> found.id().equals(host.id())).orElse(false);
  }
}
