package dev.bascule.topology.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;

/** The grid of the fleet page; the browser holds only the rows in view. */
final class FleetGrid extends Grid<FleetRow> {
  private static final long serialVersionUID = 1L;
  private static final int NARROW = 640;

  private final List<Column<FleetRow>> wide = new ArrayList<>();
  private final Column<FleetRow> narrow;

  FleetGrid(FleetList list) {
    super();
    setPageSize(25);
    addThemeVariants(GridVariant.NO_BORDER);
    addClassName("fleet-grid");
    setSelectionMode(SelectionMode.NONE);
    getElement().setAttribute("aria-label", getTranslation("topology.fleet.title"));
    setItems(
        new CallbackDataProvider<FleetRow, Void>(
            query -> list.shown().stream().skip(query.getOffset()).limit(query.getLimit()),
            query -> list.shown().size(),
            FleetRow::id));
    column("state", state(), "160px", 1);
    column("name", name(), "140px", 1);
    column("environment", environment(), "108px", 0);
    column("owner", text("owner", row -> row.owner() == null ? "" : row.owner()), "104px", 0);
    column("leader", leader(), "110px", 0);
    column("members", members(), "96px", 0);
    column("wayout", wayOut(), "160px", 1);
    column("lag", text("lag", FleetRow::worstLagText), "84px", 0).setTextAlign(ColumnTextAlign.END);
    column(
            "timeline",
            text("tl", row -> row.timeline() == 0 ? "?" : "" + row.timeline()),
            "50px",
            0)
        .setTextAlign(ColumnTextAlign.END);
    column("notes", notes(), "92px", 0);
    column("age", age(), "72px", 0).setTextAlign(ColumnTextAlign.END);
    narrow =
        addColumn(card()).setHeader(getTranslation("topology.fleet.column.name")).setFlexGrow(1);
    narrow.setVisible(false);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    var page = event.getUI().getPage();
    var details = page.getExtendedClientDetails();
    if (details != null) {
      fit(details.getWindowInnerWidth());
    }
    var resized = page.addBrowserWindowResizeListener(size -> fit(size.getWidth()));
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          resized.remove();
        });
  }

  private void fit(int width) {
    boolean small = width > 0 && width < NARROW;
    if (narrow.isVisible() != small) {
      wide.forEach(column -> column.setVisible(!small));
      narrow.setVisible(small);
    }
  }

  /** One row shows something else. */
  void refresh(FleetRow row) {
    getDataProvider().refreshItem(row);
  }

  /** Rows came, went or moved. */
  void refreshAll() {
    getDataProvider().refreshAll();
  }

  private Column<FleetRow> column(String key, LitRenderer<FleetRow> shows, String width, int grow) {
    Column<FleetRow> column =
        addColumn(shows)
            .setHeader(new Span(getTranslation("topology.fleet.column." + key)))
            .setKey(key)
            .setWidth(width)
            .setFlexGrow(grow);
    wide.add(column);
    return column;
  }

  private static LitRenderer<FleetRow> text(
      String name, com.vaadin.flow.function.ValueProvider<FleetRow, String> value) {
    return LitRenderer.<FleetRow>of("<span title=${item." + name + "}>${item." + name + "}</span>")
        .withProperty(name, value);
  }

  private static final String STATE =
      "<span class=${'badge tone-' + item.tone} title=${item.why}>"
          + "<bascule-glyph name=${item.glyph} aria-hidden='true'></bascule-glyph>"
          + "<span class='cut'>${item.state}</span>"
          + "${item.more ? html`<span class='secondary'>+${item.more}</span>` : ''}</span>";

  private static LitRenderer<FleetRow> state() {
    return stateOf(LitRenderer.of(STATE));
  }

  private static LitRenderer<FleetRow> stateOf(LitRenderer<FleetRow> renderer) {
    return renderer
        .withProperty("tone", row -> row.tone().css())
        .withProperty("glyph", row -> row.tone().glyph().css())
        .withProperty("state", FleetRow::state)
        .withProperty("why", FleetRow::why)
        .withProperty("more", FleetRow::more);
  }

  private static LitRenderer<FleetRow> name() {
    return LitRenderer.<FleetRow>of(
            "<a class='mono' href=${item.link} title=${item.dcs}>${item.name}</a>")
        .withProperty("link", FleetGrid::link)
        .withProperty("dcs", row -> row.id().dcs())
        .withProperty("name", row -> row.id().cluster());
  }

  static String link(FleetRow row) {
    return ClusterTabs.link(row.id());
  }

  private static LitRenderer<FleetRow> environment() {
    return LitRenderer.<FleetRow>of(
            "${item.env ? html`<span class=${'environment' + (item.production ? ' production' : '')}"
                + " style=${'--environment:' + item.colour}>${item.env}</span>` : ''}")
        .withProperty("env", row -> row.environment() == null ? "" : row.environment().name())
        .withProperty(
            "production", row -> row.environment() != null && row.environment().production())
        .withProperty("colour", FleetGrid::colour);
  }

  private static String colour(FleetRow row) {
    var environment = row.environment();
    boolean good = environment != null && environment.colour().matches("#[0-9a-fA-F]{6}");
    return environment != null && good ? environment.colour() : "transparent";
  }

  private LitRenderer<FleetRow> leader() {
    String nobody = getTranslation("topology.fleet.nobody");
    return LitRenderer.<FleetRow>of(
            "${item.leader ? html`<span class='mono'>${item.leader}</span>`"
                + " : html`<span class='badge tone-critical'>"
                + "<bascule-glyph name='octagon' aria-hidden='true'></bascule-glyph>${item.nobody}</span>`}")
        .withProperty("leader", FleetRow::leader)
        .withProperty("nobody", row -> nobody);
  }

  private static LitRenderer<FleetRow> members() {
    return LitRenderer.<FleetRow>of(
            "<span class='glyphs' role='img' aria-label=${item.all}>${item.glyphs.map(g => html`"
                + "<bascule-glyph name=${g[0]} class=${'role-' + g[1]} title=${g[2]}>"
                + "</bascule-glyph>`)}</span>")
        .withProperty(
            "glyphs",
            row ->
                row.members().stream()
                    .limit(12)
                    .map(one -> List.of(one.glyph(), one.tone(), one.title()))
                    .toList())
        .withProperty(
            "all",
            row ->
                String.join(
                    "; ", row.members().stream().map(FleetRow.MemberGlyph::title).toList()));
  }

  private static LitRenderer<FleetRow> wayOut() {
    return LitRenderer.<FleetRow>of(
            "${item.none ? html`<span class='badge tone-warning' title=${item.way}>"
                + "<bascule-glyph name='triangle' aria-hidden='true'></bascule-glyph>"
                + "<span class='cut'>${item.way}</span></span>`"
                + " : html`<span title=${item.way}>${item.way}</span>`}")
        .withProperty("none", FleetRow::noWayOut)
        .withProperty("way", FleetRow::wayOut);
  }

  private LitRenderer<FleetRow> notes() {
    return LitRenderer.<FleetRow>of(
            "<span class='notes'>${item.notes.map(n => html`<span class=${'note tone-' + n[1]}"
                + " title=${n[2]}><bascule-glyph name=${n[0]} aria-hidden='true'>"
                + "</bascule-glyph>${n[3]}</span>`)}</span>")
        .withProperty("notes", this::noteList);
  }

  private List<List<String>> noteList(FleetRow row) {
    List<List<String>> notes = new ArrayList<>();
    if (row.paused()) {
      notes.add(note("pause", "warning", "topology.fleet.note.paused", ""));
    }
    if (row.pendingRestarts() > 0) {
      notes.add(note("restart", "info", "topology.fleet.note.restart", "" + row.pendingRestarts()));
    }
    String scheduled = row.scheduled();
    if (scheduled != null) {
      notes.add(note("clock", "info", "topology.fleet.note.scheduled", scheduled));
    }
    return notes;
  }

  private List<String> note(String glyph, String tone, String key, String value) {
    return List.of(glyph, tone, getTranslation(key, value), getTranslation(key + ".short", value));
  }

  private static LitRenderer<FleetRow> age() {
    return LitRenderer.<FleetRow>of(
            "<bascule-age dcs=${item.dcs} length old-after='5'></bascule-age>")
        .withProperty("dcs", row -> row.id().dcs());
  }

  /** On a narrow screen everything is one column. */
  private LitRenderer<FleetRow> card() {
    return stateOf(
            LitRenderer.of(
                "<a class='fleet-card' href=${item.link}><span class='top'>"
                    + "<span class='mono'>${item.name}</span>"
                    + "${item.env ? html`<span class=${'environment' + (item.production ? ' production' : '')}"
                    + " style=${'--environment:' + item.colour}>${item.env}</span>` : ''}"
                    + "<bascule-age dcs=${item.dcs} length old-after='5'></bascule-age></span>"
                    + STATE
                    + "<span class='bottom'><span class='glyphs' role='img' aria-label=${item.all}>"
                    + "${item.glyphs.map(g => html`<bascule-glyph name=${g[0]}"
                    + " class=${'role-' + g[1]}></bascule-glyph>`)}</span>"
                    + "<span>${item.way}</span></span></a>"))
        .withProperty("link", FleetGrid::link)
        .withProperty("name", row -> row.id().cluster())
        .withProperty("dcs", row -> row.id().dcs())
        .withProperty("env", row -> row.environment() == null ? "" : row.environment().name())
        .withProperty(
            "production", row -> row.environment() != null && row.environment().production())
        .withProperty("colour", FleetGrid::colour)
        .withProperty("way", FleetRow::wayOut)
        .withProperty(
            "glyphs",
            row ->
                row.members().stream()
                    .limit(12)
                    .map(one -> List.of(one.glyph(), one.tone()))
                    .toList())
        .withProperty(
            "all",
            row ->
                String.join(
                    "; ", row.members().stream().map(FleetRow.MemberGlyph::title).toList()));
  }
}
