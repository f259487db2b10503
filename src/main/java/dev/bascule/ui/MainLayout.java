package dev.bascule.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page: navigation left, filter, problems, search, language, theme and person on
 * top, then the banners and the page. It finds the views by {@code @Menu} and knows none of them.
 */
@Layout
@PermitAll
@SpringComponent
@UIScope
class MainLayout extends AppLayout {
  private static final long serialVersionUID = 1L;

  private final Main page = new Main();
  private final transient Clock clock;

  MainLayout(
      Clock clock,
      ObjectProvider<BannerSource> banners,
      ObjectProvider<ProblemSource> problems,
      ObjectProvider<EnvironmentSource> environments,
      ObjectProvider<CommandSource> commands,
      ObjectProvider<MenuBadge> badges,
      ObjectProvider<PersonSource> person) {
    this.clock = clock;
    setPrimarySection(Section.DRAWER);
    CommandPalette palette = new CommandPalette(commands.orderedStream().toList());
    addToDrawer(brand(), new Scroller(new SideMenu(badges.orderedStream().toList())));
    addToNavbar(
        skipLink(),
        toggle(),
        new EnvironmentPicker(environments.orderedStream().toList()),
        gap(),
        search(palette),
        new ProblemsBell(problems.orderedStream().toList()),
        new PersonMenu(java.util.Optional.ofNullable(person.getIfAvailable())));
    page.setId("page");
    page.getElement().setAttribute("tabindex", "-1");
    Div content = new Div(new BannerArea(banners.orderedStream().toList()), page);
    content.addClassName("content");
    setContent(content);
    Shortcuts.addShortcutListener(this, palette::show, Key.KEY_K, KeyModifier.CONTROL);
    Shortcuts.addShortcutListener(this, palette::show, Key.KEY_K, KeyModifier.META);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    event
        .getUI()
        .getPage()
        .executeJs(
            "window.dispatchEvent(new CustomEvent('bascule-clock', {detail: $0}))",
            (double) clock.millis());
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement content) {
    page.removeAll();
    if (content != null) {
      page.add(content.getElement().getComponent().orElseThrow());
    }
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
    page.removeAll();
  }

  private Component brand() {
    Anchor brand = new Anchor("", Objects.requireNonNull(getTranslation("ui.product")));
    brand.addClassName("brand");
    return brand;
  }

  private Component skipLink() {
    Anchor skip = new Anchor("#page", getTranslation("ui.skip"));
    skip.setRouterIgnore(true);
    skip.addClassName("skip-link");
    return skip;
  }

  private Component toggle() {
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(getTranslation("ui.menu.toggle"));
    return toggle;
  }

  private static Component gap() {
    Span gap = new Span();
    gap.addClassName("gap");
    return gap;
  }

  private Component search(CommandPalette palette) {
    Span words = new Span(getTranslation("ui.palette.button"));
    Span keys = new Span("Ctrl K");
    keys.addClassName("keys");
    Button button = new Button(Glyph.SEARCH.icon(), click -> palette.show());
    button.getElement().appendChild(words.getElement(), keys.getElement());
    button.setAriaLabel(getTranslation("ui.palette"));
    button.addClassName("search-button");
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }
}
