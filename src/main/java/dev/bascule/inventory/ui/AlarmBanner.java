package dev.bascule.inventory.ui;

import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.ui.Banner;
import dev.bascule.ui.BannerSource;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that a host shows another key than the confirmed one. */
@Component
class AlarmBanner implements BannerSource {
  private static final int MOST = 3;

  private final Hosts hosts;
  private final Reach reach;
  private final InventoryWatch watch;

  AlarmBanner(Hosts hosts, Reach reach, InventoryWatch watch) {
    this.hosts = hosts;
    this.reach = reach;
    this.watch = watch;
  }

  @Override
  public List<Banner> banners() {
    return hosts.list().stream()
        .filter(host -> host.alarmed().isPresent())
        .filter(reach::sees)
        .limit(MOST)
        .map(AlarmBanner::banner)
        .toList();
  }

  private static Banner banner(HostRecord host) {
    return new Banner(
        "host-key-" + host.id(),
        Tone.CRITICAL,
        "inventory.banner.host-key",
        List.of(host.name()),
        Optional.of(HostView.link(host.name())));
  }

  @Override
  public Runnable watch(Runnable changed) {
    return watch.watch(changed);
  }
}
