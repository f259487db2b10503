package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;

/** The members that a cluster is expected to have; an absent one can be retired. */
final class ExpectedPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient ExpectedMembers members;
  private final transient Reach reach;
  private final Div rows = new Div();
  private final Div trouble = new Div();

  ExpectedPanel(ExpectedMembers members, Reach reach) {
    this.members = members;
    this.reach = reach;
    addClassName("panel");
    trouble.getElement().setAttribute("aria-live", "polite");
    add(
        new H2(getTranslation("inventory.expected.title")),
        new Paragraph(getTranslation("inventory.expected.text")),
        rows,
        trouble);
  }

  void show(ClusterId cluster, boolean manages) {
    rows.removeAll();
    var known = members.of(cluster);
    if (known.isEmpty()) {
      rows.add(new Paragraph(getTranslation("inventory.expected.none")));
    }
    known.forEach(member -> rows.add(row(cluster, member, manages)));
  }

  private Div row(ClusterId cluster, MemberRecord member, boolean manages) {
    var row = new Div(Badges.mono(member.name().value()));
    row.addClassName("candidate");
    var host = member.host();
    if (host != null) {
      var where = Badges.mono(host);
      where.addClassName("secondary");
      row.add(where);
    }
    row.add(state(member));
    var since = member.absentSince();
    if (since != null) {
      row.add(new AgeText(since));
      if (manages) {
        var retire =
            new Button(
                getTranslation("inventory.expected.retire"), click -> retire(cluster, member));
        retire.addThemeVariants(ButtonVariant.SMALL);
        retire.setAriaLabel(getTranslation("ui.named", retire.getText(), member.name().value()));
        row.add(retire);
      }
    }
    return row;
  }

  private Span state(MemberRecord member) {
    return member.absentSince() == null
        ? Badges.state(Tone.QUIET, Glyph.CHECK, getTranslation("inventory.expected.there"))
        : Badges.state(Tone.WARNING, getTranslation("inventory.expected.absent"));
  }

  private void retire(ClusterId cluster, MemberRecord member) {
    trouble.removeAll();
    new ConfirmTyped(
            getTranslation("inventory.expected.retire"),
            getTranslation("inventory.expected.retire.effect", member.name().value()),
            member.name().value(),
            getTranslation("inventory.expected.retire.do"),
            () -> {
              try {
                members.retire(reach.actor(), cluster, member.name(), "");
              } catch (RuntimeException e) {
                trouble.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            })
        .open();
  }
}
