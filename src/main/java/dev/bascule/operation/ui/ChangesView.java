package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestTab;
import dev.bascule.operation.Requests;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Every request, by what one wants to do with it. */
@Route("changes")
@Menu(title = "operation.page.title", order = 20, icon = "changes")
@PermitAll
@StyleSheet("context://ui/changes.css")
class ChangesView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  private final transient Requests requests;
  private final transient Actor actor;
  private final Nav tabs = new Nav();
  private final Map<RequestTab, Anchor> links = new EnumMap<>(RequestTab.class);
  private final Div place = new Div();
  private final EmptyState nothing;
  private transient Wording words = new Wording(this, Formats.of(UI.getCurrent()));
  private RequestTab tab = RequestTab.WAITING_FOR_ME;

  ChangesView(Requests requests, CurrentActor actor) {
    super("operation.page.title");
    this.requests = requests;
    this.actor = actor.get();
    tabs.addClassName("fleet-views");
    tabs.getElement().setAttribute("aria-label", getTranslation("operation.page.title"));
    for (var one : RequestTab.values()) {
      var link =
          new Anchor("changes?tab=" + code(one), getTranslation("operation.page.tab." + code(one)));
      links.put(one, link);
      tabs.add(link);
    }
    nothing =
        new EmptyState(
            Glyph.CHANGES,
            getTranslation("operation.page.empty.title"),
            getTranslation("operation.page.empty.text"),
            new Anchor("fleet", getTranslation("operation.page.empty.fleet")));
    add(tabs, place, nothing);
    LiveBinding.<RequestChanged>of(this, requests::watch)
        .keyedBy(RequestChanged::id)
        .firstDraw(this::draw)
        .render(ignored -> draw());
  }

  private static String code(RequestTab tab) {
    return tab.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words = new Wording(this, Formats.of(event.getUI()));
    var asked = event.getLocation().getQueryParameters().getSingleParameter("tab").orElse("");
    for (var one : RequestTab.values()) {
      if (code(one).equals(asked)) {
        tab = one;
      }
    }
    draw();
  }

  private void draw() {
    links.forEach(
        (one, link) -> {
          if (one == tab) {
            link.getElement().setAttribute("aria-current", "page");
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
    var lines = requests.list(actor, tab, 0, SHOWN);
    place.removeAll();
    if (!lines.isEmpty()) {
      var grid = new ChangesGrid(words);
      grid.setItems(lines);
      place.add(grid);
    }
    nothing.setVisible(lines.isEmpty());
  }
}
