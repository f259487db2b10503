package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.bascule.operation.Audience;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Sheet;
import java.util.stream.Collectors;

/** Who feels an operation, for how long, and what may be lost. */
final class AudiencePanel extends Div {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  AudiencePanel(Wording words, Sheet sheet) {
    this.words = words;
    addClassName("panel");
    add(new H2(words.text("operation.page.audience")));
    var feels = sheet.audience();
    if (feels.nobody()) {
      say("operation.page.audience.unfelt");
      return;
    }
    if (feels.known()) {
      known(feels);
    } else {
      say("operation.page.audience.unknown");
    }
    add(new Paragraph(expected(sheet.interruptions())));
    say("operation.page.lost", words.say(sheet.mayBeLost()));
  }

  private void known(Audience feels) {
    add(new Paragraph(sessions(feels)));
    for (var one : feels.longTransactions()) {
      say(
          "operation.page.audience.long",
          one.application(),
          one.user(),
          words.formats().length(one.age()));
    }
    if (feels.preparedTransactions() > 0) {
      say("operation.page.audience.prepared", feels.preparedTransactions());
    }
    if (feels.backups() > 0) {
      say("operation.page.audience.backups", feels.backups());
    }
  }

  private void say(String key, Object... arguments) {
    add(new Paragraph(words.text(key, arguments)));
  }

  private String sessions(Audience feels) {
    if (feels.total() == 0) {
      return words.text("operation.page.audience.nobody");
    }
    var list =
        feels.sessions().stream()
            .map(one -> (one.application().isEmpty() ? "?" : one.application()) + " " + one.total())
            .collect(Collectors.joining(", "));
    return words.text("operation.page.audience.sessions", feels.total(), list);
  }

  private String expected(Interruptions past) {
    var median = past.median();
    var worst = past.worst();
    return median == null || worst == null
        ? words.text("operation.page.expected.none")
        : words.text(
            "operation.page.expected",
            words.formats().measured(median),
            words.formats().measured(worst),
            past.count());
  }
}
