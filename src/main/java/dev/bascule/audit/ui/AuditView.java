package dev.bascule.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.ChainInspection;
import dev.bascule.ui.BasculeI18N;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log: looked through, one entry in full, checked, exported. Its address says it all. */
@Route("audit")
@Menu(title = "audit.page.title", order = 40, icon = "audit")
@RolesAllowed("READ_AUDIT")
@StyleSheet("context://ui/audit.css")
class AuditView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient AuditSearch search;
  private final transient CurrentActor actor;
  private final transient Clock clock;
  private final transient Words words;
  private final FilterBar bar;
  private final EntryGrid grid;
  private final Div trouble = new Div();
  private final EmptyState nothing;
  private final MasterDetailLayout both = new MasterDetailLayout();
  private transient Filter filter = Filter.none();
  private transient @Nullable Found found;
  private transient @Nullable Filter shown;

  AuditView(
      AuditSearch search,
      ChainInspection inspection,
      AuditExport export,
      CurrentActor actor,
      BasculeI18N texts,
      Clock clock) {
    super("audit.page.title");
    this.search = search;
    this.actor = actor;
    this.clock = clock;
    addClassName("audit");
    UI ui = UI.getCurrent();
    words = new Words(texts, ui, clock);
    Button check =
        new Button(
            getTranslation("audit.check"),
            Glyph.LOCK.icon(),
            click -> inspection.begin(actor.get()));
    Button again = new Button(getTranslation("audit.again"), click -> load());
    addActions(check, again, new ExportMenu(export, actor, clock, () -> filter));
    bar = new FilterBar(words, Formats.of(ui).zone(), this::changed);
    grid = new EntryGrid(words, entry -> filter.open(entry.seq()).link());
    grid.setItems(this::rows);
    grid.addItemClickListener(click -> go(filter.open(click.getItem().seq())));
    nothing =
        new EmptyState(
            Glyph.AUDIT,
            getTranslation("audit.empty.title"),
            getTranslation("audit.empty.text"),
            new Anchor("audit", getTranslation("audit.filter.everything")));
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    Div list = new Div(trouble, grid, nothing);
    list.addClassName("audit-list");
    both.setMaster(list);
    both.setMasterSize("min(480px, 80vw)", true);
    both.setDetailSize("min(440px, 92vw)");
    both.addBackdropClickListener(click -> go(filter.closed()));
    both.addDetailEscapePressListener(press -> go(filter.closed()));
    add(new CheckPanel(inspection, words, check), bar, both);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter = Filter.of(event.getLocation().getQueryParameters());
    bar.show(filter);
    if (!filter.closed().equals(shown)) {
      load();
    }
    open(filter.entry());
  }

  private void changed(FilterBar.Change change) {
    if (!change.typing()) {
      go(change.filter());
      return;
    }
    filter = change.filter();
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, filter.link()));
    load();
    open(OptionalLong.empty());
  }

  private void go(Filter wanted) {
    getUI().ifPresent(ui -> Links.go(ui, wanted.link()));
  }

  private void load() {
    shown = filter.closed();
    AuditQuery query = filter.query(clock.instant());
    Found now = new Found(search, actor.get(), query);
    found = now;
    trouble.setVisible(false);
    boolean none = false;
    try {
      none = now.rows(0, 1).isEmpty();
    } catch (AuditSearch.TookTooLong e) {
      tooLong();
    }
    grid.setVisible(!none);
    nothing.setVisible(none);
    grid.getLazyDataView().refreshAll();
    grid.scrollToStart();
  }

  private Stream<AuditEntry> rows(Query<AuditEntry, Void> asked) {
    Found now = found;
    if (now == null) {
      return Stream.empty();
    }
    try {
      return now.rows(asked.getOffset(), asked.getLimit()).stream();
    } catch (AuditSearch.TookTooLong e) {
      tooLong();
      return Stream.empty();
    }
  }

  private void tooLong() {
    trouble.setText(getTranslation("audit.too-long"));
    trouble.setVisible(true);
  }

  private void open(OptionalLong seq) {
    grid.mark(seq.orElse(0));
    if (seq.isEmpty()) {
      both.setDetail(null);
      return;
    }
    both.setDetail(
        entry(seq.getAsLong())
            .<com.vaadin.flow.component.Component>map(
                entry -> new EntryPanel(entry, words, () -> go(filter.closed())))
            .orElseGet(() -> gone(seq.getAsLong())));
  }

  private Optional<AuditEntry> entry(long seq) {
    List<AuditEntry> entries = search.search(actor.get(), AuditQuery.all(), seq + 1, 1).entries();
    return entries.stream().filter(entry -> entry.seq() == seq).findFirst();
  }

  private Div gone(long seq) {
    Div panel =
        new Div(
            new EmptyState(
                Glyph.AUDIT,
                getTranslation("audit.entry.none.title", words.number(seq)),
                getTranslation("audit.entry.none.text"),
                new Anchor(filter.closed().link(), getTranslation("audit.entry.close"))));
    panel.addClassName("panel");
    return panel;
  }
}
