package dev.bascule.topology.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.function.SerializableConsumer;
import dev.bascule.patroni.MemberName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The drawing of a cluster in the browser: {@code frontend/topology/topology.js}. */
@Tag("bascule-topology")
final class TopologyDrawing extends Component implements HasSize {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "event.detail.name";

  private @Nullable transient Scene shown;

  TopologyDrawing() {}

  /** Shows what is true now; nothing is sent when nothing changed. */
  void show(Scene scene) {
    if (scene.equals(shown)) {
      return;
    }
    shown = scene;
    ObjectNode json = JSON.valueToTree(scene);
    getElement().setPropertyJson("scene", json);
  }

  /** Somebody asks for a switchover to a member: by drop, by key or by menu. */
  void onAsk(SerializableConsumer<MemberName> then) {
    getElement().addEventListener("bascule-ask", event -> name(event, then)).addEventData(NAME);
  }

  /** Somebody wants to see a member in the table. */
  void onOpen(SerializableConsumer<MemberName> then) {
    getElement().addEventListener("bascule-open", event -> name(event, then)).addEventData(NAME);
  }

  private static void name(DomEvent event, SerializableConsumer<MemberName> then) {
    JsonNode name = event.getEventData().get(NAME);
    // what a browser sends may be anything
    if (name != null && name.isString() && !name.stringValue().isEmpty()) {
      String text = name.stringValue();
      if (text.length() <= 253) {
        then.accept(new MemberName(text));
      }
    }
  }
}
