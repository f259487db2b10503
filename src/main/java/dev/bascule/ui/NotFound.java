package dev.bascule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** There is nothing at this address, or nothing that this person may see. */
@ParentLayout(MainLayout.class)
@PermitAll
class NotFound extends PageView implements HasErrorParameter<NotFoundException> {
  private static final long serialVersionUID = 1L;

  NotFound() {
    super("ui.notfound.title");
    add(
        new EmptyState(
            Glyph.DASHED_RING,
            getTranslation("ui.notfound.title"),
            getTranslation("ui.notfound.text"),
            new Anchor("", getTranslation("ui.home"))));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
