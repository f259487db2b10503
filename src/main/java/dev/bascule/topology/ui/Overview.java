package dev.bascule.topology.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.JournalEntry;
import java.time.Instant;
import java.util.List;

/** The first tab: the drawing, the members' table under it, the last ten events. */
final class Overview extends Div {
  private static final long serialVersionUID = 1L;

  /** How many events it shows. */
  static final int EVENTS = 10;

  private final TopologyDrawing drawing = new TopologyDrawing();
  private final MembersTable table;
  private final EventList events = new EventList();

  Overview(MembersTable table, String historyLink) {
    this.table = table;
    addClassName("overview");
    Div last = new Div(new H2(getTranslation("topology.events.last")), events);
    last.add(new Anchor(historyLink, getTranslation("topology.events.all")));
    last.addClassName("panel");
    Div members = new Div(new H2(getTranslation("topology.members")), table);
    members.addClassName("panel");
    add(drawing, members, last);
    drawing.onOpen(table::reveal);
  }

  TopologyDrawing drawing() {
    return drawing;
  }

  void show(ClusterState state, Scene scene, Words words) {
    drawing.show(scene);
    table.show(state, words);
  }

  void events(List<JournalEntry> entries, Instant today, Words words) {
    events.show(entries.stream().limit(EVENTS).toList(), today, words);
  }
}
