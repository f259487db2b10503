package dev.bascule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prepares what the browser gets first: language, theme without a flash, our browser code and the
 * words it needs, the server's time (the browser's own clock may be wrong).
 */
@Component
final class FirstPage implements VaadinServiceInitListener {
  private static final Logger log = LoggerFactory.getLogger(FirstPage.class);
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BasculeI18N i18n;
  private final Clock clock;

  FirstPage(BasculeI18N i18n, Clock clock) {
    this.i18n = i18n;
    this.clock = clock;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::prepare);
    event
        .getSource()
        .addSessionInitListener(
            start -> {
              start.getSession().setLocale(Preferences.locale(start.getRequest()));
              start.getSession().setErrorHandler(FirstPage::tell);
            });
    event
        .getSource()
        .addUIInitListener(
            start -> {
              VaadinRequest request = VaadinRequest.getCurrent();
              if (request != null) {
                start.getUI().setLocale(Preferences.locale(request));
                start.getUI().getPage().setColorScheme(Preferences.theme(request));
              }
            });
  }

  private void prepare(IndexHtmlResponse response) {
    VaadinRequest request = response.getVaadinRequest();
    Document page = response.getDocument();
    Locale locale = Preferences.locale(request);
    ColorScheme.Value theme = Preferences.theme(request);
    Element html = page.getElementsByTag("html").first();
    if (html != null) {
      html.attr("lang", locale.getLanguage());
      html.attr("data-server-now", Long.toString(clock.millis()));
      html.attr("style", "color-scheme: " + theme.getValue());
    }
    Element head = page.head();
    head.appendElement("script").attr("type", "module").attr("src", "ui/bascule.js");
    head.appendElement("link").attr("rel", "icon").attr("href", "ui/favicon.svg");
    Map<String, String> words = i18n.forBrowser(locale);
    Element data = head.appendElement("script").attr("type", "application/json");
    data.attr("id", "bascule-words");
    // a closing tag inside a word must not end the element
    data.appendChild(new DataNode(JSON.writeValueAsString(words).replace("<", "\\u003c")));
  }

  /** What happens to an exception in a click: the log gets it all, the person a reference. */
  private static void tell(ErrorEvent event) {
    if (event.getThrowable() instanceof java.io.IOException gone) {
      log.debug("A browser left before its answer: {}", gone.toString());
      return;
    }
    String reference = reference();
    log.error("Unexpected failure {} on a page", reference, event.getThrowable());
    event
        .getComponent()
        .flatMap(com.vaadin.flow.component.Component::getUI)
        .ifPresent(ui -> show(ui, reference));
  }

  private static void show(UI ui, String reference) {
    var _ =
        ui.access(
            () -> {
              Notification note =
                  new Notification(ui.getTranslation("ui.failed", reference), 15_000);
              note.addThemeVariants(NotificationVariant.ERROR);
              note.open();
            });
  }

  /** A short code that stands in the log beside the stack trace and on the page. */
  static String reference() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
