package dev.bascule.inventory.ui;

import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Hosts;
import dev.bascule.ui.CommandSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hosts and DCS in the palette. */
@Component
class InventoryCommands implements CommandSource {
  private final Hosts hosts;
  private final DcsEndpoints dcs;
  private final Reach reach;

  InventoryCommands(Hosts hosts, DcsEndpoints dcs, Reach reach) {
    this.hosts = hosts;
    this.dcs = dcs;
    this.reach = reach;
  }

  @Override
  public List<Found> find(String text, int limit) {
    var wanted = text.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    var ofHosts =
        hosts.list().stream()
            .filter(reach::sees)
            .filter(
                host ->
                    host.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || host.address().value().contains(wanted))
            .map(host -> new Found(host.name(), "inventory.kind.host", HostView.link(host.name())));
    var ofDcs =
        dcs.list().stream()
            .filter(one -> reach.manages(one.environment()))
            .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(one -> new Found(one.name(), "inventory.kind.dcs", DcsView.link(one.name())));
    return Stream.concat(ofHosts, ofDcs).limit(limit).toList();
  }
}
