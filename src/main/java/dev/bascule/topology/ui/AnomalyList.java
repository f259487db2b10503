package dev.bascule.topology.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bascule.topology.Anomaly;
import dev.bascule.topology.ClusterState;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Objects;

/** What isn't as it should be, gravest first, each with what it means and what to do. */
final class AnomalyList extends UnorderedList {
  private static final long serialVersionUID = 1L;

  private transient List<String> shown = List.of();

  AnomalyList() {
    addClassName("anomalies");
    getElement().setAttribute("aria-label", getTranslation("topology.anomalies"));
    setVisible(false);
  }

  void show(ClusterState state, Words words) {
    List<String> now =
        state.anomalies().stream().map(one -> words.anomaly(one) + "\n" + words.why(one)).toList();
    if (Objects.equals(now, shown)) {
      return;
    }
    shown = now;
    removeAll();
    setVisible(!now.isEmpty());
    for (Anomaly anomaly : state.anomalies()) {
      Tone tone = FleetRow.tone(anomaly.severity());
      Div why = new Div(words.why(anomaly));
      why.addClassName("why");
      ListItem item = new ListItem(Badges.state(tone, words.anomaly(anomaly)), why);
      item.addClassNames("anomaly", "tone-" + tone.css());
      item.getElement().setAttribute("data-code", anomaly.code());
      add(item);
    }
  }
}
