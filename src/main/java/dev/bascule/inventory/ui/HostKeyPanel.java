package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.ssh.HostKey;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;
import org.jspecify.annotations.Nullable;

/** A host's key: what was confirmed, what it shows, and the person's decision. */
final class HostKeyPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Hosts hosts;
  private final transient Reach reach;
  private final Div kept = new Div();
  private final Div shown = new Div();
  private final Button scan = new Button();
  private transient @Nullable HostRecord host;

  HostKeyPanel(Hosts hosts, Reach reach) {
    this.hosts = hosts;
    this.reach = reach;
    addClassName("panel");
    scan.setText(getTranslation("inventory.key.scan"));
    scan.addClickListener(click -> scan());
    shown.addClassName("key-shown");
    shown.getElement().setAttribute("aria-live", "polite");
    add(new H2(getTranslation("inventory.key.title")), kept);
    add(scan, shown);
  }

  void show(HostRecord now) {
    host = now;
    scan.setVisible(reach.manages(now));
    kept.removeAll();
    var facts = new Facts();
    now.alarmed()
        .ifPresent(
            alarm -> {
              kept.add(
                  Badges.state(Tone.CRITICAL, getTranslation("inventory.key.alarm")),
                  new Paragraph(getTranslation("inventory.key.alarm.text")));
              facts.mono(getTranslation("inventory.key.shown"), alarm.presented());
              facts.add(getTranslation("inventory.key.since"), new AgeText(alarm.at()));
            });
    if (now.keys().isEmpty()) {
      kept.add(
          Badges.state(Tone.WARNING, getTranslation("inventory.key.none")),
          new Paragraph(getTranslation("inventory.key.none.text")));
    }
    for (var pinned : now.keys()) {
      facts.mono(
          getTranslation("inventory.key.confirmed"),
          pinned.key().fingerprint() + " (" + pinned.key().type() + ")");
      facts.text(
          getTranslation("inventory.key.by"),
          getTranslation(
              "inventory.key.by.at",
              pinned.by(),
              getUI().map(ui -> Formats.of(ui).full(pinned.at())).orElse("")));
    }
    kept.add(facts);
  }

  private void scan() {
    var now = host;
    if (now == null) {
      return;
    }
    var who = reach.actor();
    scan.setEnabled(false);
    shown.removeAll();
    shown.add(getTranslation("inventory.key.scanning"));
    Work.run(
        getUI().orElseThrow(),
        () -> hosts.scan(who, now.id()),
        key -> {
          scan.setEnabled(true);
          compare(now, key);
        },
        e -> {
          scan.setEnabled(true);
          shown.removeAll();
          shown.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
        });
  }

  private void compare(HostRecord now, HostKey key) {
    shown.removeAll();
    boolean same =
        now.keys().stream()
            .anyMatch(pinned -> pinned.key().fingerprint().equals(key.fingerprint()));
    var facts = new Facts();
    facts.mono(getTranslation("inventory.key.shown"), key.fingerprint() + " (" + key.type() + ")");
    shown.add(facts);
    if (same) {
      shown.add(Badges.state(Tone.QUIET, Glyph.CHECK, getTranslation("inventory.key.same")));
      if (now.alarmed().isEmpty()) {
        return;
      }
    }
    shown.add(
        new Paragraph(getTranslation("inventory.key.compare")),
        new KeyLine("ssh-keygen -lf " + publicHalf(key.type())));
    var confirm =
        new Button(
            getTranslation(
                now.keys().isEmpty() || same
                    ? "inventory.key.confirm"
                    : "inventory.key.confirm.other"),
            click -> {
              try {
                hosts.confirm(reach.actor(), now.id(), key);
                shown.removeAll();
              } catch (RuntimeException e) {
                shown.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            });
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    if (!now.keys().isEmpty() && !same) {
      confirm.addThemeVariants(ButtonVariant.ERROR);
    }
    confirm.setDisableOnClick(true);
    shown.add(new Div(confirm));
  }

  /** Where a host keeps the public half, by the key's type. */
  private static String publicHalf(String type) {
    if (type.startsWith("ecdsa-")) {
      return "/etc/ssh/ssh_host_ecdsa_key.pub";
    }
    return type.equals("ssh-rsa")
        ? "/etc/ssh/ssh_host_rsa_key.pub"
        : "/etc/ssh/ssh_host_ed25519_key.pub";
  }
}
