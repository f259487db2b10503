package dev.bascule.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, but this person's rights don't reach it. */
@ParentLayout(MainLayout.class)
@PermitAll
class Denied extends PageView implements HasErrorParameter<AccessDeniedException> {
  private static final long serialVersionUID = 1L;

  Denied() {
    super("ui.denied.title");
    add(
        new EmptyState(
            Glyph.LOCK,
            getTranslation("ui.denied.title"),
            getTranslation("ui.denied.text"),
            new Anchor("", getTranslation("ui.home"))));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
    return HttpServletResponse.SC_FORBIDDEN;
  }
}
