package dev.bascule.approval.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.NotCounted;
import dev.bascule.approval.Policies;
import dev.bascule.approval.PolicyChange;
import dev.bascule.approval.PolicyRule;
import dev.bascule.approval.Vote;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.Environments;
import dev.bascule.ui.Formats;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;

/** Who must agree, where. A change is in force only once a second person has agreed to it. */
@Route("admin/policies")
@Menu(title = "approval.page.title", order = 54, icon = "changes")
@PermitAll
@StyleSheet("context://ui/changes.css")
class PoliciesView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Policies policies;
  private final transient Environments environments;
  private final transient Actor actor;
  private final Div rules = new Div();
  private final Div waiting = new Div();
  private final Div form = new Div();
  private final Paragraph trouble = new Paragraph();
  private transient Formats formats = Formats.of(UI.getCurrent());

  PoliciesView(Policies policies, Environments environments, CurrentActor actor) {
    super("approval.page.title");
    this.policies = policies;
    this.environments = environments;
    this.actor = actor.get();
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    waiting.getElement().setAttribute("aria-live", "polite");
    add(new Paragraph(getTranslation("approval.page.intro")), trouble, waiting, rules, form);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    formats = Formats.of(event.getUI());
    form.removeAll();
    if (actor.may(Right.MANAGE_POLICY)) {
      form.add(
          new PolicyForm(
              environments.list().stream().map(Environment::name).toList(), this::propose));
    }
    draw();
  }

  private void draw() {
    trouble.setVisible(false);
    rules.removeAll();
    rules.add(new H2(getTranslation("approval.page.rules")), table());
    waiting.removeAll();
    for (var change : policies.waiting()) {
      waiting.add(card(change));
    }
  }

  private Grid<PolicyRule> table() {
    var grid = new Grid<PolicyRule>();
    grid.addThemeVariants(GridVariant.LUMO_COMPACT);
    grid.setAllRowsVisible(true);
    grid.getElement().setAttribute("aria-label", getTranslation("approval.page.rules"));
    grid.addColumn(rule -> scope(rule.environment()))
        .setHeader(getTranslation("approval.page.environment"));
    grid.addColumn(rule -> scope(rule.criticality()))
        .setHeader(getTranslation("approval.page.criticality"));
    grid.addColumn(rule -> people(rule.policy()))
        .setHeader(getTranslation("approval.page.approvals"));
    grid.addColumn(rule -> formats.length(rule.policy().expiry()))
        .setHeader(getTranslation("approval.page.expiry"));
    grid.setItems(policies.rules());
    return grid;
  }

  private String scope(String name) {
    return name.isEmpty() ? getTranslation("approval.page.all") : name;
  }

  private String people(ApprovalPolicy policy) {
    return getTranslation("approval.page.people", policy.approvals());
  }

  private Div card(PolicyChange change) {
    var card = new Div(new H2(getTranslation("approval.page.waiting")));
    card.addClassName("panel");
    card.add(
        new Paragraph(
            getTranslation(
                "approval.page.change",
                scope(change.rule().environment()),
                scope(change.rule().criticality()),
                people(change.before()),
                formats.length(change.before().expiry()),
                people(change.rule().policy()),
                formats.length(change.rule().policy().expiry()))),
        new Paragraph(
            getTranslation(
                "approval.page.by",
                change.requesterName(),
                formats.full(change.askedAt()),
                change.reason())));
    if (change.requester().equals(actor.id())) {
      card.add(new Paragraph(getTranslation("approval.page.notyours")));
    } else if (actor.may(Right.MANAGE_POLICY)) {
      var agree = answer("approval.page.agree", change, Vote.Answer.APPROVED);
      agree.addThemeVariants(ButtonVariant.PRIMARY);
      var row = new Div(agree, answer("approval.page.reject", change, Vote.Answer.REJECTED));
      row.addClassName("answers");
      card.add(row);
    }
    return card;
  }

  private Button answer(String label, PolicyChange change, Vote.Answer answer) {
    return new Button(
        getTranslation(label),
        click -> attempt(() -> policies.answer(actor, change.id(), answer, change.hash(), "")));
  }

  private boolean propose(PolicyRule rule, String reason) {
    return attempt(() -> policies.propose(actor, rule, reason));
  }

  private boolean attempt(Runnable work) {
    try {
      work.run();
    } catch (NotCounted e) {
      complain("approval.not-counted." + e.reason().name());
      return false;
    } catch (NotAllowed e) {
      complain("approval.not-counted.NO_RIGHT");
      return false;
    }
    draw();
    return true;
  }

  private void complain(String key) {
    draw();
    trouble.setText(getTranslation(key));
    trouble.setVisible(true);
  }
}
