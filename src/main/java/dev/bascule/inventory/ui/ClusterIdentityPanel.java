package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the console trusts and who it is towards one cluster's REST, where its DCS's won't do. */
final class ClusterIdentityPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient DcsEndpoints dcs;
  private final transient Reach reach;
  private final Paragraph now = new Paragraph();
  private final IdentityFields fields = new IdentityFields();
  private final CheckList found = new CheckList();
  private final Button test = new Button();
  private final Button save = new Button();
  private final Button away = new Button();
  private transient @Nullable ClusterId cluster;

  ClusterIdentityPanel(DcsEndpoints dcs, Reach reach) {
    this.dcs = dcs;
    this.reach = reach;
    addClassName("panel");
    test.setText(getTranslation("inventory.dcs.test.rest"));
    test.addClickListener(click -> test());
    save.setText(getTranslation("inventory.save"));
    save.addClickListener(click -> identify(true));
    away.setText(getTranslation("inventory.cluster.identity.away"));
    away.addThemeVariants(ButtonVariant.TERTIARY);
    away.addClickListener(click -> identify(false));
    var row = new Div(test, save, away);
    row.addClassName("form-actions");
    add(
        new H2(getTranslation("inventory.cluster.identity")),
        new Paragraph(getTranslation("inventory.cluster.identity.text")),
        now,
        fields,
        found,
        row);
  }

  void show(ClusterId of) {
    cluster = of;
    var own = dcs.ownIdentity(of);
    now.setText(
        getTranslation(
            own.isPresent() ? "inventory.cluster.identity.own" : "inventory.cluster.identity.dcs"));
    away.setVisible(own.isPresent());
    own.ifPresentOrElse(fields::show, fields::clear);
  }

  private void test() {
    var of = cluster;
    if (of == null) {
      return;
    }
    fields.valid();
    var who = reach.actor();
    var draft = fields.draft();
    enable(false);
    found.busy(getTranslation("inventory.rest.testing"));
    Work.run(
        getUI().orElseThrow(),
        () -> dcs.testRest(who, of, draft),
        result -> {
          enable(true);
          TestWords.show(this, found, result);
        },
        this::refused);
  }

  private void identify(boolean keep) {
    var of = cluster;
    if (of == null) {
      return;
    }
    found.clear();
    fields.valid();
    try {
      dcs.identify(reach.actor(), of, keep ? fields.draft() : null);
      show(of);
      found.begin(Tone.QUIET, getTranslation("inventory.saved"));
    } catch (RuntimeException e) {
      refused(e);
    }
  }

  private void refused(Exception e) {
    enable(true);
    Optional<PemField> field =
        Wording.field(e).flatMap(code -> fields.field(code.replace("rest.", "")));
    field.ifPresent(one -> one.invalid(Wording.of(this, e)));
    found.begin(Tone.CRITICAL, Wording.of(this, e));
  }

  private void enable(boolean enabled) {
    List.of(test, save, away).forEach(button -> button.setEnabled(enabled));
  }
}
