package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Reload;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Resume;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
      case Failover failover -> node.put("candidate", failover.candidate().value());
      case Fencing fencing -> node.put("member", fencing.member().value());
      case StopInstance stop -> node.put("member", stop.member().value());
      case StartInstance start -> node.put("member", start.member().value());
      case DropInstance drop -> node.put("member", drop.member().value());
      case RemoveCluster remove -> node.put("keeper", remove.keeper().value());
      case AddMember add -> write(add, node);
      case Reload reload -> members(node, reload.members());
      case Restart restart -> write(restart, node);
      case CancelScheduledRestart cancel -> members(node, cancel.members());
      case Reinitialize rebuild -> {
        node.put("member", rebuild.member().value());
        node.put("fromLeader", rebuild.fromLeader());
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
    write(operation.timing(), node);
  }

  private static void write(AddMember operation, ObjectNode node) {
    node.put("member", operation.member().value());
    node.put("host", operation.host());
    node.put("instance", operation.instance().toString());
    node.put("port", operation.port());
    node.put("address", operation.address());
    node.put("apiPort", operation.apiPort());
    node.put("model", operation.model().value());
    node.put("limitSeconds", operation.limit().toSeconds());
  }

  private static AddMember addMember(ClusterId cluster, JsonNode node) {
    return new AddMember(
        cluster,
        new MemberName(node.required("member").stringValue()),
        node.required("host").stringValue(),
        InstanceName.parse(node.required("instance").stringValue()).orElseThrow(),
        node.required("port").intValue(),
        node.required("address").stringValue(),
        node.required("apiPort").intValue(),
        new MemberName(node.required("model").stringValue()),
        Duration.ofSeconds(node.required("limitSeconds").longValue()));
  }

  private static void write(Restart operation, ObjectNode node) {
    members(node, operation.members());
    node.put("onlyPending", operation.onlyPending());
    if (operation.olderThan() != null) {
      node.put("olderThan", operation.olderThan());
    }
    Duration timeout = operation.timeout();
    if (timeout != null) {
      node.put("timeoutSeconds", timeout.toSeconds());
    }
    write(operation.timing(), node);
  }

  private static void write(Timing timing, ObjectNode node) {
    if (timing instanceof Timing.At(var at, var zone, var keeper)) {
      node.put("at", at.toString());
      node.put("zone", zone.getId());
      node.put("keeper", keeper.name());
    }
  }

  private static void members(ObjectNode node, List<MemberName> members) {
    var names = node.putArray("members");
    members.forEach(name -> names.add(name.value()));
  }

  private static List<MemberName> members(JsonNode node) {
    var names = new ArrayList<MemberName>();
    node.required("members").forEach(name -> names.add(new MemberName(name.stringValue())));
    return names;
  }

  private static Restart restart(ClusterId cluster, JsonNode node) {
    JsonNode olderThan = node.get("olderThan");
    JsonNode timeout = node.get("timeoutSeconds");
    return new Restart(
        cluster,
        members(node),
        node.required("onlyPending").booleanValue(),
        olderThan == null ? null : olderThan.stringValue(),
        timeout == null ? null : Duration.ofSeconds(timeout.longValue()),
        timing(node));
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
      case Failover.KIND + " 1" ->
          new Failover(cluster, new MemberName(node.required("candidate").stringValue()));
      case Fencing.KIND + " 1" ->
          new Fencing(cluster, new MemberName(node.required("member").stringValue()));
      case StopInstance.KIND + " 1" ->
          new StopInstance(cluster, new MemberName(node.required("member").stringValue()));
      case StartInstance.KIND + " 1" ->
          new StartInstance(cluster, new MemberName(node.required("member").stringValue()));
      case DropInstance.KIND + " 1" ->
          new DropInstance(cluster, new MemberName(node.required("member").stringValue()));
      case RemoveCluster.KIND + " 1" ->
          new RemoveCluster(cluster, new MemberName(node.required("keeper").stringValue()));
      case AddMember.KIND + " 1" -> addMember(cluster, node);
      case Reload.KIND + " 1" -> new Reload(cluster, members(node));
      case Restart.KIND + " 1" -> restart(cluster, node);
      case CancelScheduledRestart.KIND + " 1" -> new CancelScheduledRestart(cluster, members(node));
      case Reinitialize.KIND + " 1" ->
          new Reinitialize(
              cluster,
              new MemberName(node.required("member").stringValue()),
              node.required("fromLeader").booleanValue());
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
