package dev.bascule.inventory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.Environments;
import dev.bascule.ssh.ConsoleKey;
import dev.bascule.ui.Badges;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;

/** The public half of the console's own key, and how to install it. */
@Route("ssh")
@Menu(title = "inventory.menu.ssh", order = 34)
@RolesAllowed("MANAGE_INVENTORY")
@StyleSheet("context://ui/inventory.css")
class SshKeyView extends PageView {
  private static final long serialVersionUID = 1L;

  SshKeyView(ConsoleKey key, Environments environments) {
    super("inventory.ssh-key.title");
    var panel = new Div(new H2(getTranslation("inventory.ssh-key.public")));
    panel.addClassName("panel");
    try {
      var line = key.authorizedKey();
      panel.add(new Paragraph(getTranslation("inventory.ssh-key.text")), new KeyLine(line));
      var facts = new Facts();
      facts.mono(getTranslation("inventory.ssh-key.fingerprint"), key.fingerprint());
      panel.add(facts, how(line, environments));
    } catch (RuntimeException e) {
      panel.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
    }
    add(panel);
  }

  private Div how(String line, Environments environments) {
    var how = new Div(new H2(getTranslation("inventory.ssh-key.how")));
    var steps = new OrderedList();
    for (var environment : environments.list()) {
      var step =
          new ListItem(
              Badges.environment(
                  environment.name(), environment.colour(), environment.production()),
              new Paragraph(getTranslation("inventory.ssh-key.step.login", environment.account())),
              new KeyLine(
                  "install -d -m 700 ~/.ssh && echo '"
                      + line
                      + "' >> ~/.ssh/authorized_keys"
                      + " && chmod 600 ~/.ssh/authorized_keys"));
      var owner = environment.owner();
      if (owner != null) {
        step.add(
            new Paragraph(
                getTranslation("inventory.ssh-key.step.sudo", environment.account(), owner)),
            new KeyLine(environment.account() + " ALL=(" + owner + ") NOPASSWD: ALL"));
      }
      steps.add(step);
    }
    how.add(steps, new Paragraph(getTranslation("inventory.ssh-key.then")));
    return how;
  }
}
