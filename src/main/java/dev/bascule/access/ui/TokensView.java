package dev.bascule.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.access.ApiTokens;
import dev.bascule.access.ApiTokens.ApiToken;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.NotAllowed;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Tokens for programs: made, shown once, revoked. */
@Route("admin/tokens")
@Menu(title = "access.tokens.title", order = 51)
@RolesAllowed("MANAGE_PEOPLE")
@StyleSheet("context://ui/access.css")
class TokensView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient ApiTokens tokens;
  private final transient CurrentActor actor;
  private final Grid<ApiToken> grid = new Grid<>();
  private final TextField name = new TextField();
  private final ScopeFields scope;
  private final Said said = new Said();
  private final OncePanel once = new OncePanel();
  private final Paragraph none = new Paragraph();

  TokensView(ApiTokens tokens, CurrentActor actor, Environments environments) {
    super("access.tokens.title");
    this.tokens = tokens;
    this.actor = actor;
    scope = new ScopeFields(environments.names(), actor.get().scope());
    addClassName("people");
    Paragraph text = new Paragraph(getTranslation("access.tokens.text"));
    text.addClassName("secondary");
    columns();
    none.setText(getTranslation("access.tokens.none"));
    name.setLabel(getTranslation("access.tokens.name"));
    name.setHelperText(getTranslation("access.tokens.name.help"));
    name.setMaxLength(64);
    name.addClassName("mono-input");
    name.getElement().setAttribute("autocomplete", "off");
    Button issue = new Button(getTranslation("access.tokens.issue"), click -> issue());
    issue.addThemeVariants(ButtonVariant.PRIMARY);
    Div form = new Div(new H2(getTranslation("access.tokens.new")), name, scope, said, issue);
    form.addClassNames("panel", "person-form");
    add(text, once, grid, none, form);
    draw();
  }

  private void columns() {
    grid.addClassName("people-grid");
    grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.getElement().setAttribute("aria-label", getTranslation("access.tokens.title"));
    grid.addComponentColumn(this::which)
        .setHeader(getTranslation("access.tokens.column.name"))
        .setWidth("110px")
        .setFlexGrow(2);
    grid.addComponentColumn(this::made)
        .setHeader(getTranslation("access.tokens.column.made"))
        .setWidth("96px")
        .setFlexGrow(1);
    grid.addComponentColumn(this::used)
        .setHeader(getTranslation("access.tokens.column.used"))
        .setWidth("116px")
        .setFlexGrow(0);
  }

  private Div which(ApiToken token) {
    Span reach = new Span(Shown.scope(this, token.scope()));
    reach.addClassName("secondary");
    return stacked(Badges.mono(token.name()), reach);
  }

  private Div made(ApiToken token) {
    return stacked(new Span(token.createdBy()), new AgeText(token.createdAt()));
  }

  private Div used(ApiToken token) {
    return stacked(
        token
            .lastUsed()
            .<com.vaadin.flow.component.Component>map(AgeText::new)
            .orElseGet(() -> new Span(getTranslation("access.tokens.never"))),
        revoke(token));
  }

  private static Div stacked(com.vaadin.flow.component.Component... lines) {
    Div both = new Div(lines);
    both.addClassName("stacked");
    return both;
  }

  private Button revoke(ApiToken token) {
    Button button = new Button(getTranslation("access.tokens.revoke"));
    button.setAriaLabel(getTranslation("access.tokens.revoke.label", token.name()));
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    button.addClickListener(
        click ->
            new ConfirmTyped(
                    getTranslation("access.tokens.revoke.label", token.name()),
                    getTranslation("access.tokens.revoke.effect"),
                    token.name(),
                    getTranslation("access.tokens.revoke"),
                    () -> revoked(token))
                .open());
    return button;
  }

  private void revoked(ApiToken token) {
    try {
      tokens.revoke(actor.get(), token.id());
      said.done(getTranslation("access.tokens.revoked", token.name()));
    } catch (NotAllowed e) {
      said.refused(getTranslation("access.trouble.not-allowed"));
    }
    once.forget();
    draw();
  }

  private void issue() {
    said.nothing();
    try {
      ApiTokens.Issued issued = tokens.issue(actor.get(), name.getValue().strip(), scope.value());
      once.show(getTranslation("access.tokens.issued", issued.token().name()), issued.text());
      name.clear();
      draw();
    } catch (ApiTokens.WrongName e) {
      said.refused(getTranslation("access.tokens.name.help"));
    } catch (ApiTokens.NameTaken e) {
      said.refused(getTranslation("access.tokens.name.taken"));
    } catch (NotAllowed e) {
      said.refused(getTranslation("access.trouble.not-allowed"));
    }
  }

  private void draw() {
    List<ApiToken> all = tokens.list();
    grid.setItems(all);
    grid.setVisible(!all.isEmpty());
    none.setVisible(all.isEmpty());
  }
}
