package dev.bascule.topology.ui;

import dev.bascule.dcs.DcsMember;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.DcsMembers;
import dev.bascule.topology.EntryPoints;
import dev.bascule.ui.Links;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The background of clusters as the inventory keeps it and as the DCS's members answered. */
@Component
@Lazy
class InventoryBackground implements Background {
  private final Clusters clusters;
  private final Environments environments;
  private final Hosts hosts;
  private final DcsEndpoints endpoints;
  private final DcsMembers members;
  private final EntryPoints entryPoints;

  InventoryBackground(
      Clusters clusters,
      Environments environments,
      Hosts hosts,
      DcsEndpoints endpoints,
      DcsMembers members,
      EntryPoints entryPoints) {
    this.clusters = clusters;
    this.environments = environments;
    this.hosts = hosts;
    this.endpoints = endpoints;
    this.members = members;
    this.entryPoints = entryPoints;
  }

  @Override
  public Kept kept(ClusterId cluster) {
    return clusters.find(cluster).map(InventoryBackground::kept).orElse(Kept.NOTHING);
  }

  private static Kept kept(ClusterRecord record) {
    ClusterDetails details = record.details();
    var environment = record.environment();
    return new Kept(
        environment == null ? null : environment(environment),
        said(details.site()),
        said(details.application()),
        said(details.owner()),
        said(details.onCall()),
        said(details.runbook()));
  }

  private static @Nullable String said(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Environment environment(dev.bascule.inventory.Environment environment) {
    return new Environment(environment.name(), environment.colour(), environment.production());
  }

  @Override
  public List<Environment> environments() {
    return environments.list().stream().map(InventoryBackground::environment).toList();
  }

  @Override
  public boolean anyDcs() {
    return !endpoints.list().isEmpty();
  }

  @Override
  public Optional<String> site(ClusterId cluster, MemberName member) {
    return hosts
        .hostOf(cluster, member)
        .map(HostRecord::site)
        .filter(site -> !site.isEmpty())
        .or(() -> Optional.ofNullable(kept(cluster).site()));
  }

  @Override
  public List<DcsMemberSeen> dcsMembers(String dcs) {
    return members.of(dcs).members().stream()
        .map(
            member -> {
              String host = host(member.endpoint());
              return new DcsMemberSeen(host, state(member.state()), host);
            })
        .toList();
  }

  private static String state(DcsMember.State state) {
    return switch (state) {
      case LEADER -> "leader";
      case FOLLOWER -> "follower";
      case LEADERLESS -> "leaderless";
      case AWAY -> "away";
    };
  }

  private static String host(String endpoint) {
    try {
      String host = URI.create(endpoint).getHost();
      return host == null ? endpoint : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return endpoint;
    }
  }

  @Override
  public Optional<EntryPoint> entryPoint(ClusterId cluster) {
    return clusters
        .find(cluster)
        .flatMap(ClusterRecord::entryPoint)
        .map(
            point ->
                entryPoints
                    .of(cluster)
                    .map(
                        held ->
                            new EntryPoint(
                                "VIP", point.address(), held.holders(), held.nobodySince()))
                    .orElseGet(() -> new EntryPoint("VIP", point.address(), List.of(), null)));
  }

  @Override
  public Optional<String> hostLink(ClusterId cluster, MemberName member) {
    return hosts.hostOf(cluster, member).map(host -> "hosts/" + Links.segment(host.name()));
  }
}
