package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Resume;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation as it is kept: a kind, the version of its form, and JSON text. Never by the name of
 * a class; every version ever written can be read.
 */
record OperationText(String kind, int version, String json) {

  static OperationText of(Operation operation) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("dcs", operation.cluster().dcs());
    node.put("cluster", operation.cluster().cluster());
    switch (operation) {
      case Switchover switchover -> write(switchover, node);
      case CancelScheduledSwitchover cancel -> {
        // the cluster says it all
      }
      case Pause pause -> node.put("until", pause.until().toString());
      case Resume resume -> {
        // the cluster says it all
      }
    }
    return new OperationText(operation.kind(), 1, node.toString());
  }

  private static void write(Switchover operation, ObjectNode node) {
    switch (operation.successor()) {
      case Successor.Named(var candidate) -> node.put("candidate", candidate.value());
      case Successor.AnyOf(var acceptable) -> {
        var names = node.putArray("anyOf");
        acceptable.forEach(name -> names.add(name.value()));
      }
    }
    node.put("checkpointFirst", operation.checkpointFirst());
    if (operation.timing() instanceof Timing.At(var at, var zone, var keeper)) {
      node.put("at", at.toString());
      node.put("zone", zone.getId());
      node.put("keeper", keeper.name());
    }
  }

  Operation read() {
    JsonNode node = Json.MAPPER.readTree(json);
    ClusterId cluster =
        new ClusterId(node.required("dcs").stringValue(), node.required("cluster").stringValue());
    return switch (kind + " " + version) {
      case Switchover.KIND + " 1" -> switchover(cluster, node);
      case CancelScheduledSwitchover.KIND + " 1" -> new CancelScheduledSwitchover(cluster);
      case Pause.KIND + " 1" ->
          new Pause(cluster, Instant.parse(node.required("until").stringValue()));
      case Resume.KIND + " 1" -> new Resume(cluster);
      default ->
          throw new IllegalStateException(
              "an operation of kind %s, version %d, is from a newer Bascule"
                  .formatted(kind, version));
    };
  }

  private static Switchover switchover(ClusterId cluster, JsonNode node) {
    return new Switchover(
        cluster, successor(node), timing(node), node.required("checkpointFirst").booleanValue());
  }

  private static Successor successor(JsonNode node) {
    JsonNode candidate = node.get("candidate");
    if (candidate != null) {
      return new Successor.Named(new MemberName(candidate.stringValue()));
    }
    var names = new TreeSet<MemberName>();
    node.required("anyOf").forEach(name -> names.add(new MemberName(name.stringValue())));
    return new Successor.AnyOf(names);
  }

  private static Timing timing(JsonNode node) {
    JsonNode at = node.get("at");
    return at == null
        ? new Timing.OnCommand()
        : new Timing.At(
            Instant.parse(at.stringValue()),
            ZoneId.of(node.required("zone").stringValue()),
            Timing.Keeper.valueOf(node.required("keeper").stringValue()));
  }
}
