package dev.bascule.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The left navigation, made of the views' {@code @Menu} annotations: the title is a translation
 * key, the icon a {@link Glyph}'s name, the order a number. Orders that are multiples of ten stand
 * in the menu; those between two multiples stand under the lower one.
 */
final class SideMenu extends SideNav {
  private static final long serialVersionUID = 1L;

  private final Map<String, SideNavItem> byPath = new HashMap<>();

  SideMenu(List<MenuBadge> badges) {
    getElement().setAttribute("aria-label", getTranslation("ui.menu"));
    Map<Integer, SideNavItem> tens = new HashMap<>();
    for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
      double order = entry.order() == null ? Double.MAX_VALUE : entry.order();
      int ten = (int) Math.floor(order / 10);
      SideNavItem item = item(entry);
      SideNavItem parent = tens.get(ten);
      if (parent == null) {
        tens.put(ten, item);
        addItem(item);
      } else {
        parent.addItem(item);
        mendToggle(parent);
      }
    }
    for (MenuBadge badge : badges) {
      LiveBinding.refresh(this, List.of(badge), () -> show(badge));
    }
  }

  /** The toggle says that it controls an element which isn't there: nobody can be led to it. */
  private static void mendToggle(SideNavItem parent) {
    parent
        .getElement()
        .executeJs(
            "this.updateComplete?.then(() => this.shadowRoot?.querySelector('[part=toggle-button]')"
                + "?.removeAttribute('aria-controls'))");
  }

  private SideNavItem item(MenuEntry entry) {
    SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
    item.setMatchNested(true);
    glyph(entry.icon()).ifPresent(glyph -> item.setPrefixComponent(glyph.icon()));
    byPath.put(trimmed(entry.path()), item);
    return item;
  }

  private static java.util.Optional<Glyph> glyph(String name) {
    if (name == null || name.isBlank()) {
      return java.util.Optional.empty();
    }
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return java.util.Arrays.stream(Glyph.values())
        .filter(glyph -> glyph.name().equals(wanted))
        .findFirst();
  }

  private static String trimmed(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private void show(MenuBadge badge) {
    SideNavItem item = byPath.get(trimmed(badge.path()));
    if (item == null) {
      return;
    }
    int count = badge.count();
    if (count == 0) {
      item.setSuffixComponent(null);
      return;
    }
    Span number = Badges.count(count);
    number.getElement().setAttribute("aria-label", getTranslation(badge.key(), count));
    number.getElement().setAttribute("role", "img");
    item.setSuffixComponent(number);
  }
}
