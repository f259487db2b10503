package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.HostCheck;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.ssh.ConsoleKey;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ui.Badges;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One host: where it is, its key, whether the console can work there, what pglift tells. */
@Route("hosts/:name")
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class HostView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Hosts hosts;
  private final transient Reach reach;
  private final transient ConsoleKey consoleKey;
  private final transient HostFactsPanel facts;
  private final Div summary = new Div();
  private final HostKeyPanel key;
  private final Div testPanel = new Div();
  private final CheckList found = new CheckList();
  private final Button test = new Button();
  private transient @Nullable HostRecord host;

  HostView(
      Hosts hosts,
      Clusters clusters,
      ExpectedMembers members,
      Reach reach,
      ConsoleKey consoleKey,
      InventoryWatch watch) {
    super("inventory.hosts.title");
    this.hosts = hosts;
    this.reach = reach;
    this.consoleKey = consoleKey;
    this.facts = new HostFactsPanel(hosts, clusters, members, reach);
    this.key = new HostKeyPanel(hosts, reach);
    summary.addClassName("panel");
    testPanel.addClassName("panel");
    test.setText(getTranslation("inventory.host.test"));
    test.addClickListener(click -> test());
    testPanel.add(new H2(getTranslation("inventory.host.test.title")), test, found);
    add(summary, key, testPanel, facts);
    LiveBinding.refresh(this, List.of(watch), this::draw);
  }

  /** The page of a host, without leading slash. */
  static String link(String name) {
    return "hosts/" + Links.segment(name);
  }

  private void actions() {
    var edit = new Button(getTranslation("inventory.edit"), click -> edit());
    var remove = new Button(getTranslation("inventory.remove"), click -> remove());
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    addActions(remove, edit);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElse("");
    host = hosts.find(name).filter(reach::sees).orElse(null);
    if (host == null) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    setHeading(name);
    boolean manages = reach.manages(host);
    testPanel.setVisible(manages);
    clearActions();
    if (manages) {
      actions();
    }
    draw();
  }

  private void draw() {
    var known = host;
    if (known == null) {
      return;
    }
    var now = hosts.find(known.id()).orElse(null);
    host = now;
    summary.removeAll();
    if (now == null) {
      summary.add(getTranslation("inventory.host.gone"));
      key.setVisible(false);
      testPanel.setVisible(false);
      clearActions();
      facts.setVisible(false);
      return;
    }
    setHeading(now.name());
    var pairs = new Facts();
    pairs.add(getTranslation("inventory.hosts.state"), HostStates.badge(this, hosts, now));
    pairs.mono(getTranslation("inventory.hosts.address"), HostStates.where(now));
    pairs.add(getTranslation("inventory.hosts.environment"), HostStates.environment(now));
    pairs.mono(getTranslation("inventory.hosts.account"), HostStates.account(now));
    pairs.text(getTranslation("inventory.hosts.site"), now.site().isEmpty() ? "–" : now.site());
    summary.add(pairs);
    key.show(now);
    facts.show(now);
  }

  private void test() {
    var now = host;
    if (now == null) {
      return;
    }
    var who = reach.actor();
    test.setEnabled(false);
    found.busy(getTranslation("inventory.host.testing"));
    var ui = getUI().orElseThrow();
    Work.run(
        ui,
        () -> hosts.check(who, now.id()),
        check -> {
          test.setEnabled(true);
          show(check);
          if (check.works()) {
            // what pglift tells takes longer; whether it fails is shown among the facts
            Work.run(ui, () -> hosts.collect(now.id()), told -> draw(), failed -> draw());
          }
        },
        e -> {
          test.setEnabled(true);
          found.begin(Tone.CRITICAL, Wording.of(this, e));
        });
  }

  private void show(HostCheck check) {
    found.begin(
        check.works() ? Tone.QUIET : Tone.CRITICAL,
        getTranslation(check.works() ? "inventory.host.test.good" : "inventory.host.test.bad"));
    for (var step : check.steps()) {
      var what = getTranslation("inventory.host.step." + Wording.code(step.kind()));
      if (step.works()) {
        found.good(what, step.detail());
      } else {
        var trouble = step.trouble();
        found.bad(
            what,
            trouble == null
                ? getTranslation("inventory.host.pglift.trouble")
                : Wording.what(this, trouble),
            trouble == null
                ? getTranslation("inventory.host.pglift.next")
                : Wording.next(this, trouble),
            step.detail());
        if (trouble == SshTrouble.NOT_AUTHENTICATED) {
          found.add(new KeyLine(consoleKey.authorizedKey()));
          found.add(new Anchor("ssh", getTranslation("inventory.ssh-key.how")));
        }
      }
    }
  }

  private void edit() {
    var now = host;
    if (now == null) {
      return;
    }
    var who = reach.actor();
    var form =
        new HostForm(
            getTranslation("inventory.host.edit"),
            reach.managed(),
            draft ->
                () -> {
                  hosts.update(who, now.id(), now.version(), draft);
                  return draft.name();
                },
            name -> getUI().ifPresent(ui -> Links.go(ui, link(name))));
    form.show(now);
    form.open();
  }

  private void remove() {
    var now = host;
    if (now == null) {
      return;
    }
    new ConfirmTyped(
            getTranslation("inventory.host.remove"),
            getTranslation("inventory.host.remove.effect"),
            now.name(),
            getTranslation("inventory.host.remove.do"),
            () -> {
              try {
                hosts.remove(reach.actor(), now.id());
                getUI().ifPresent(ui -> Links.go(ui, "hosts"));
              } catch (RuntimeException e) {
                summary.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            })
        .open();
  }
}
