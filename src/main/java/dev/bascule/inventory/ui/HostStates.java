package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;

/** How a host stands, in an icon and a word. */
final class HostStates {
  private HostStates() {}

  static Span badge(Component page, Hosts hosts, HostRecord host) {
    if (host.alarmed().isPresent()) {
      return Badges.state(Tone.CRITICAL, page.getTranslation("inventory.host.state.alarm"));
    }
    if (host.keys().isEmpty()) {
      return Badges.state(Tone.WARNING, page.getTranslation("inventory.host.state.unconfirmed"));
    }
    var trouble = hosts.trouble(host.id());
    if (trouble.isPresent()) {
      return Badges.state(Tone.WARNING, Wording.what(page, trouble.get().trouble()));
    }
    return hosts.facts(host.id()).isPresent()
        ? Badges.state(Tone.QUIET, Glyph.CHECK, page.getTranslation("inventory.host.state.good"))
        : Badges.state(Tone.BUSY, page.getTranslation("inventory.host.state.waiting"));
  }

  static Span environment(HostRecord host) {
    var environment = host.environment();
    return Badges.environment(environment.name(), environment.colour(), environment.production());
  }

  /** Address, and the port where it isn't the usual one. */
  static String where(HostRecord host) {
    int port = host.draft().port();
    return port == 22 ? host.address().value() : host.address().inUrl() + ":" + port;
  }

  /** The account, and whom it becomes. */
  static String account(HostRecord host) {
    var owner = host.environment().owner();
    return owner == null
        ? host.environment().account()
        : host.environment().account() + " → " + owner;
  }
}
