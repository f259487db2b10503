package dev.bascule.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditSubject;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Glyph;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One entry with all its fields, as plain text. */
final class EntryPanel extends Section {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  EntryPanel(AuditEntry entry, Words words, Runnable close) {
    addClassNames("panel", "entry");
    H2 heading = new H2(words.say(entry.action()));
    heading.setId("audit-entry-heading");
    getElement().setAttribute("aria-labelledby", "audit-entry-heading");
    Button leave = new Button(Glyph.CROSS.icon(), click -> close.run());
    leave.setAriaLabel(getTranslation("audit.entry.close"));
    leave.addThemeVariants(ButtonVariant.TERTIARY);
    Div head = new Div(heading, leave);
    head.addClassName("entry-head");
    add(
        head,
        Badges.state(
            Words.tone(entry.result()), Words.glyph(entry.result()), words.result(entry.result())));
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    fact(facts, "audit.entry.seq", new Span(words.number(entry.seq())));
    fact(facts, "audit.entry.at", when(entry, words));
    fact(facts, "audit.entry.who", who(entry, words));
    if (!entry.address().isEmpty()) {
      fact(facts, "audit.entry.address", Badges.mono(entry.address()));
    }
    fact(facts, "audit.entry.action", Badges.mono(entry.action()));
    fact(facts, "audit.entry.about", about(entry.subject(), words));
    if (!entry.subject().environment().isEmpty()) {
      fact(facts, "audit.entry.environment", new Span(entry.subject().environment()));
    }
    Pre detail = new Pre(pretty(entry.detail()));
    detail.addClassNames("detail-json", "mono");
    detail.getElement().setAttribute("tabindex", "0");
    detail.getElement().setAttribute("aria-label", getTranslation("audit.entry.detail"));
    fact(facts, "audit.entry.detail", detail);
    fact(facts, "audit.entry.hash", hash(entry.hash()));
    fact(facts, "audit.entry.previous", hash(entry.previousHash()));
    add(facts, links(entry));
  }

  private void fact(DescriptionList facts, String key, Component value) {
    facts.add(
        new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
  }

  private static Component when(AuditEntry entry, Words words) {
    Div both = new Div(new Div(words.full(entry.at())), Badges.mono(entry.at().toString()));
    both.addClassName("two-lines");
    return both;
  }

  private static Component who(AuditEntry entry, Words words) {
    Div both = new Div(new Div(words.actor(entry)));
    both.add(Badges.mono(words.kind(entry.actorKind()) + " " + entry.actorId()));
    both.addClassName("two-lines");
    return both;
  }

  private static Component about(AuditSubject subject, Words words) {
    Div both = new Div(new Div(words.subject(subject.kind()) + " " + subject.display()));
    if (!subject.id().equals(subject.display())) {
      both.add(Badges.mono(subject.id()));
    }
    both.addClassName("two-lines");
    return both;
  }

  private static Component hash(String hash) {
    Span span = Badges.mono(hash);
    span.addClassName("hash");
    return span;
  }

  private Component links(AuditEntry entry) {
    Div links = new Div();
    links.addClassName("entry-links");
    AuditSubject subject = entry.subject();
    links.add(
        new Anchor(
            new Filter(
                    Period.EVER,
                    null,
                    null,
                    "",
                    "",
                    subject.kind(),
                    subject.id(),
                    null,
                    "",
                    OptionalLong.empty())
                .link(),
            getTranslation("audit.entry.all-about")));
    links.add(
        new Anchor(
            new Filter(
                    Period.EVER,
                    null,
                    null,
                    entry.actorName(),
                    "",
                    "",
                    "",
                    null,
                    "",
                    OptionalLong.empty())
                .link(),
            getTranslation("audit.entry.all-by")));
    return links;
  }

  /** Indented where it is JSON, as it stands where it isn't. */
  static String pretty(String detail) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(detail));
    } catch (JacksonException e) {
      return detail;
    }
  }
}
