package dev.bascule.topology.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Links;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Under the cluster's name: its state in a sentence and the facts that one needs at three. */
final class ClusterHeader extends Div {
  private static final long serialVersionUID = 1L;

  private final Div sentence = new Div();
  private final Div facts = new Div();
  private transient @Nullable Sentence said;
  private transient @Nullable Shown shown;

  /** All that the facts are drawn from: another cluster may well have the same values. */
  private record Shown(ClusterId cluster, Background.Kept kept, Map<String, String> values) {}

  ClusterHeader() {
    addClassName("cluster-header");
    sentence.addClassName("sentence");
    sentence.getElement().setAttribute("role", "status");
    facts.addClassName("cluster-facts");
    add(sentence, facts);
  }

  void show(
      ClusterState state,
      Sight sight,
      Background.Kept kept,
      Optional<Background.EntryPoint> entry,
      Words words) {
    Sentence now = Sentence.of(state, sight, words);
    if (!now.equals(said)) {
      said = now;
      sentence.removeAll();
      sentence.add(Badges.state(now.tone(), now.text()));
    }
    Map<String, String> values = values(state, kept, entry, words);
    Shown next = new Shown(state.id(), kept, values);
    if (!next.equals(shown)) {
      shown = next;
      facts.removeAll();
      values.forEach((key, value) -> facts.add(fact(key, value)));
      Background.Environment environment = kept.environment();
      if (environment != null) {
        facts.addComponentAsFirst(
            Badges.environment(environment.name(), environment.colour(), environment.production()));
      }
      runbook(kept).ifPresent(facts::add);
      facts.add(record(state));
    }
  }

  private static Map<String, String> values(
      ClusterState state,
      Background.Kept kept,
      Optional<Background.EntryPoint> entry,
      Words words) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("leader", state.leader() == null ? "–" : state.leader().name().value());
    values.put("wayout", wayOut(state, words));
    entry.ifPresent(point -> values.put("entry", entryText(point)));
    put(values, "application", kept.application());
    put(values, "owner", kept.owner());
    put(values, "oncall", kept.onCall());
    put(values, "site", kept.site());
    return values;
  }

  private static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(key, value);
    }
  }

  private static String wayOut(ClusterState state, Words words) {
    String text = FleetRow.wayOut(state, words);
    OptionalLong lost = state.wayOut().bytesLost();
    if (lost.isPresent()) {
      text += " · " + words.texts().get("topology.wayout.lost", words.formats().bytes(lost));
    }
    OptionalInt dcs = state.wayOut().dcsMembersThatMayGo();
    if (dcs.isPresent()) {
      text += " · " + words.texts().get("topology.wayout.dcs", dcs.getAsInt());
    }
    return text;
  }

  private static String entryText(Background.EntryPoint point) {
    String holders =
        point.holders().stream().map(MemberName::value).collect(Collectors.joining(", "));
    String none = point.nobodySince() == null ? "?" : "–";
    return point.kind() + " " + point.address() + " → " + (holders.isEmpty() ? none : holders);
  }

  private Component fact(String key, String value) {
    Span label = new Span(getTranslation("topology.fact." + key));
    label.addClassName("secondary");
    Span text = new Span(value);
    if (key.equals("leader") || key.equals("entry")) {
      text.addClassName("mono");
    }
    Span fact = new Span(label, text);
    fact.addClassName("fact");
    return fact;
  }

  /** Where the facts that people keep are changed. */
  private Component record(ClusterState state) {
    return new Anchor(
        "inventory/" + Links.segment(state.id().dcs()) + "/" + Links.segment(state.id().cluster()),
        getTranslation("topology.fact.record"));
  }

  private Optional<Component> runbook(Background.Kept kept) {
    String address = kept.runbook();
    if (address == null || !ClusterDetails.isRunbook(address)) {
      return Optional.empty();
    }
    Anchor link = new Anchor(address, getTranslation("topology.fact.runbook"));
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return Optional.of(link);
  }
}
