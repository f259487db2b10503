package dev.bascule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page could not be made: a reference to look up in the log, never a stack trace. */
@ParentLayout(MainLayout.class)
@PermitAll
class Failed extends PageView implements HasErrorParameter<Exception> {
  private static final Logger log = LoggerFactory.getLogger(Failed.class);
  private static final long serialVersionUID = 1L;

  Failed() {
    super("ui.error.title");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    String reference = FirstPage.reference();
    log.error("Page failed, reference {}", reference, error.getException());
    add(
        new EmptyState(
            Glyph.OCTAGON,
            getTranslation("ui.error.title"),
            getTranslation("ui.error.text", reference),
            new Anchor("", getTranslation("ui.home"))));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
