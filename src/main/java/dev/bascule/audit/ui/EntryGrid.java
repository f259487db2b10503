package dev.bascule.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import dev.bascule.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;

/** The entries, newest first; the browser holds only the rows in view. */
final class EntryGrid extends Grid<AuditEntry> {
  private static final long serialVersionUID = 1L;
  private static final int NARROW = 640;

  private final List<Column<AuditEntry>> wide = new ArrayList<>();
  private final Column<AuditEntry> narrow;

  private long open = -1;

  /**
   * A grid.
   *
   * @param link the address under which an entry is open
   */
  EntryGrid(Words words, SerializableFunction<AuditEntry, String> link) {
    super();
    setPageSize(50);
    addThemeVariants(GridVariant.NO_BORDER);
    addClassName("audit-grid");
    setSelectionMode(SelectionMode.NONE);
    getElement().setAttribute("aria-label", getTranslation("audit.page.title"));
    column("at", text("at", entry -> words.time(entry.at()), "number"), "152px", 0);
    column("result", result(words), "138px", 0);
    column("who", text("who", words::actor, "cut"), "120px", 1);
    column("what", what(words, link), "260px", 3);
    column("about", text("about", entry -> entry.subject().display(), "mono cut"), "150px", 2);
    column("environment", text("env", e -> e.subject().environment(), "cut"), "124px", 0);
    narrow = addColumn(card(words, link)).setHeader(getTranslation("audit.column.what"));
    narrow.setFlexGrow(1).setVisible(false);
    setPartNameGenerator(entry -> entry.seq() == open ? "open" : null);
  }

  /** Marks the row of the entry that is open; below 1 for none. */
  void mark(long seq) {
    if (open != seq) {
      open = seq;
      getLazyDataView().refreshAll();
    }
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

  private void column(String key, LitRenderer<AuditEntry> shows, String width, int grow) {
    wide.add(
        addColumn(shows)
            .setHeader(new Span(getTranslation("audit.column." + key)))
            .setKey(key)
            .setWidth(width)
            .setFlexGrow(grow));
  }

  private static LitRenderer<AuditEntry> text(
      String name, ValueProvider<AuditEntry, String> value, String css) {
    return LitRenderer.<AuditEntry>of(
            "<span class='" + css + "' title=${item." + name + "}>${item." + name + "}</span>")
        .withProperty(name, value);
  }

  private static LitRenderer<AuditEntry> what(
      Words words, SerializableFunction<AuditEntry, String> link) {
    return LitRenderer.<AuditEntry>of(
            "<a class='cut' href=${item.link} title=${item.what + ' (' + item.action + ')'}>"
                + "${item.what}</a>")
        .withProperty("link", link::apply)
        .withProperty("action", AuditEntry::action)
        .withProperty("what", entry -> words.say(entry.action()));
  }

  private static final String RESULT =
      "<span class=${'badge tone-' + item.tone}>"
          + "<bascule-glyph name=${item.glyph} aria-hidden='true'></bascule-glyph>"
          + "<span>${item.result}</span></span>";

  private static LitRenderer<AuditEntry> result(Words words) {
    return resultOf(LitRenderer.of(RESULT), words);
  }

  private static LitRenderer<AuditEntry> resultOf(LitRenderer<AuditEntry> renderer, Words words) {
    return renderer
        .withProperty("tone", entry -> Words.tone(entry.result()).css())
        .withProperty("glyph", entry -> Words.glyph(entry.result()).css())
        .withProperty("result", entry -> words.result(entry.result()));
  }

  private static LitRenderer<AuditEntry> card(
      Words words, SerializableFunction<AuditEntry, String> link) {
    return resultOf(
            LitRenderer.of(
                "<a class='entry-card' href=${item.link}>"
                    + "<span class='top'><span class='what'>${item.what}</span>"
                    + RESULT
                    + "</span><span class='bottom'><span class='mono'>${item.about}</span>"
                    + "<span>${item.who}</span><span class='at'>${item.at}</span></span></a>"),
            words)
        .withProperty("link", link::apply)
        .withProperty("what", entry -> words.say(entry.action()))
        .withProperty("about", entry -> entry.subject().display())
        .withProperty("who", words::actor)
        .withProperty("at", entry -> words.time(entry.at()));
  }
}
