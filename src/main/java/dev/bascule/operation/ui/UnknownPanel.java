package dev.bascule.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Resolution;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An outcome that the console could not know: what was sent, what is seen on each node now, and the
 * three answers that a named person can give, with a reason. Until then the cluster stays claimed.
 */
final class UnknownPanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  UnknownPanel(
      Wording words,
      Requests requests,
      Actor actor,
      RequestView view,
      Optional<ClusterState> cluster,
      Runnable done) {
    this.words = words;
    addClassNames("panel", "unknown-outcome");
    add(new H2(words.text("operation.page.unknown.title")));
    add(new Paragraph(words.text("operation.page.unknown.text")));
    sent(view);
    cluster.ifPresent(this::seen);
    var link =
        new Anchor(
            ChangeLinks.cluster(view.line().cluster()),
            words.text("operation.page.unknown.look", view.line().cluster().cluster()));
    add(new Paragraph(link));
    if (actor.may(Right.RESOLVE_UNKNOWN, view.line().environment())) {
      answers(requests, actor, view, done);
    } else {
      add(new Paragraph(words.text("operation.page.unknown.others")));
    }
  }

  private void sent(RequestView view) {
    add(new Paragraph(words.text("operation.page.unknown.sent")));
    var list = new UnorderedList();
    for (var step : view.steps()) {
      list.add(
          new ListItem(
              Badges.mono(step.account() + "@" + step.host()),
              Badges.mono(String.join(" ", step.argv())),
              Badges.state(
                  Tone.INFO,
                  words.text(
                      "operation.page.progress."
                          + step.progress().name().toLowerCase(Locale.ROOT)))));
    }
    add(list);
  }

  private void seen(ClusterState state) {
    add(new Paragraph(words.text("operation.page.unknown.seen")));
    var list = new UnorderedList();
    state.members().forEach(member -> list.add(member(member)));
    add(list);
  }

  private ListItem member(MemberView member) {
    var role =
        words.text(
            "topology.role." + member.role().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var what =
        switch (member.presence()) {
          case Presence.Seen() ->
              words.text(
                  "operation.page.unknown.member",
                  role,
                  member.state().isEmpty() ? "?" : member.state(),
                  member.timeline() == 0 ? "?" : Integer.toString(member.timeline()));
          case Presence.Absent(var since, _, var writability) ->
              words.text(
                  writability == Presence.Writability.STILL_WRITABLE
                      ? "operation.page.unknown.writable"
                      : "operation.page.unknown.absent",
                  words.formats().full(since));
        };
    return new ListItem(Badges.mono(member.name().value()), new Div(what));
  }

  private void answers(Requests requests, Actor actor, RequestView view, Runnable done) {
    var reason = new TextArea(words.text("operation.page.unknown.reason"));
    reason.setMaxLength(2000);
    reason.setRequiredIndicatorVisible(true);
    reason.setWidthFull();
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    var answering = new Answering(words, reason, done);
    List<Button> buttons = new ArrayList<>();
    for (var resolution : Resolution.values()) {
      buttons.add(
          answering.button(
              words.text("operation.page.resolve." + resolution.name().toLowerCase(Locale.ROOT)),
              () -> requests.resolve(actor, view.id(), resolution, reason.getValue())));
    }
    Runnable enable =
        () -> buttons.forEach(button -> button.setEnabled(!reason.getValue().isBlank()));
    reason.addValueChangeListener(change -> enable.run());
    enable.run();
    var row = new Div();
    row.addClassName("answers");
    buttons.forEach(row::add);
    add(
        new Paragraph(words.text("operation.page.resolve")),
        reason,
        answering.warning(),
        row,
        answering.trouble());
  }
}
