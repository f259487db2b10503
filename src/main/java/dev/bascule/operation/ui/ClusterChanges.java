package dev.bascule.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.access.Actor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.Requests;
import dev.bascule.ui.Formats;
import dev.bascule.ui.LiveBinding;

/** The changes of one cluster, newest first. */
@StyleSheet("context://ui/changes.css")
final class ClusterChanges extends Div {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final transient Requests requests;
  private final transient Actor actor;
  private final transient ClusterId cluster;

  ClusterChanges(Requests requests, Actor actor, ClusterId cluster) {
    this.requests = requests;
    this.actor = actor;
    this.cluster = cluster;
    LiveBinding.<RequestChanged>of(this, requests::watch)
        .keyedBy(RequestChanged::id)
        .render(
            changes -> {
              if (changes.stream().anyMatch(change -> change.cluster().equals(cluster))) {
                draw();
              }
            });
  }

  @Override
  protected void onAttach(AttachEvent event) {
    draw();
  }

  private void draw() {
    getUI()
        .ifPresent(
            ui -> {
              removeAll();
              var words = new Wording(this, Formats.of(ui));
              var lines = requests.ofCluster(actor, cluster, SHOWN);
              if (lines.isEmpty()) {
                add(new Paragraph(words.text("operation.page.cluster.none")));
                return;
              }
              var grid = new ChangesGrid(words);
              grid.setItems(lines);
              add(grid);
            });
  }
}
