package dev.bascule.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.bascule.access.CurrentActor;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditExport.Format;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Downloads what the filter finds. */
final class ExportMenu extends MenuBar {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final transient AuditExport export;
  private final transient CurrentActor actor;
  private final transient Clock clock;
  private final SerializableSupplier<Filter> filter;

  ExportMenu(
      AuditExport export, CurrentActor actor, Clock clock, SerializableSupplier<Filter> filter) {
    this.export = export;
    this.actor = actor;
    this.clock = clock;
    this.filter = filter;
    var item = addItem(getTranslation("audit.export"));
    for (Format format : Format.values()) {
      Anchor link = new Anchor(handler(format), getTranslation("audit.export." + format.suffix()));
      link.addClassName("export-link");
      item.getSubMenu().addItem(link);
    }
  }

  private DownloadHandler handler(Format format) {
    return event -> write(format, event);
  }

  /** The actor is asked anew: rights may have changed since the page was opened. */
  private void write(Format format, DownloadEvent event) throws IOException {
    Instant now = clock.instant();
    event.setFileName("audit-%s.%s".formatted(STAMP.format(now), format.suffix()));
    event.setContentType(format.type());
    event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
    event.getResponse().setHeader("Cache-Control", "no-store");
    export.write(actor.get(), filter.get().query(now), format, event.getOutputStream());
  }
}
