package dev.bascule.access.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** Everybody who may sign in, and who no longer may. */
@Route("admin/people")
@RouteAlias("admin")
@Menu(title = "access.admin.title", order = 50, icon = "admin")
@RolesAllowed("MANAGE_PEOPLE")
@StyleSheet("context://ui/access.css")
class PeopleView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient List<Person> everybody;
  private final Grid<Person> grid = new Grid<>();
  private final TextField search = new TextField();

  PeopleView(People people) {
    super("access.people.title");
    this.everybody = people.list();
    addClassName("people");
    search.setPlaceholder(getTranslation("access.people.search"));
    search.setAriaLabel(getTranslation("access.people.search"));
    search.setPrefixComponent(Glyph.SEARCH.icon());
    search.setClearButtonVisible(true);
    search.setMaxLength(100);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(120);
    search.addValueChangeListener(change -> show());
    Anchor add = new Anchor("admin/new-person", getTranslation("access.people.add"));
    add.addClassName("button-link");
    addActions(search, add);
    grid.addClassName("people-grid");
    grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.getElement().setAttribute("aria-label", getTranslation("access.people.title"));
    grid.addComponentColumn(this::who)
        .setHeader(getTranslation("access.people.column.who"))
        .setWidth("120px")
        .setFlexGrow(2);
    grid.addComponentColumn(this::may)
        .setHeader(getTranslation("access.people.column.may"))
        .setWidth("110px")
        .setFlexGrow(2);
    grid.addComponentColumn(this::last)
        .setHeader(getTranslation("access.people.column.last"))
        .setWidth("104px")
        .setFlexGrow(0);
    add(grid);
    if (everybody.size() == People.PAGE) {
      Div cut = new Div(getTranslation("access.people.cut", People.PAGE));
      cut.addClassName("secondary");
      add(cut);
    }
    show();
  }

  private void show() {
    String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
    grid.setItems(
        everybody.stream()
            .filter(
                person ->
                    person.name().value().contains(wanted)
                        || person.displayName().toLowerCase(Locale.ROOT).contains(wanted)
                        || Shown.roles(this, person.roles())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
            .toList());
  }

  private Div who(Person person) {
    Anchor link = new Anchor(link(person), person.displayName());
    Div both = new Div(link, Badges.mono(person.name().value()));
    both.addClassName("stacked");
    return both;
  }

  private Div may(Person person) {
    Span roles = new Span(Shown.roles(this, person.roles()));
    Span scope = new Span(Shown.scope(this, person.scope()));
    scope.addClassName("secondary");
    Div both = new Div(roles, scope);
    both.addClassName("stacked");
    return both;
  }

  private Div last(Person person) {
    Div both = new Div();
    both.addClassName("stacked");
    if (person.disabled()) {
      both.add(Badges.state(Tone.WARNING, Glyph.LOCK, getTranslation("access.person.disabled")));
    }
    person
        .lastSignIn()
        .ifPresentOrElse(
            at -> both.add(new AgeText(at)),
            () -> both.add(new Span(getTranslation("access.people.never"))));
    return both;
  }

  static String link(Person person) {
    return "admin/people/" + Links.segment(person.name().value());
  }
}
