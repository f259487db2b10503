package dev.bascule.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.StepKind;
import java.util.stream.Collectors;

/** The exact commands, per host and in order, each to be copied as a line for a shell. */
final class CommandsPanel extends Details {
  private static final long serialVersionUID = 1L;

  CommandsPanel(Wording words, Sheet sheet) {
    super(words.text("operation.page.commands", sheet.commands().size()));
    addClassName("panel");
    StepKind before = null;
    for (var command : sheet.commands()) {
      if (command.step() != before) {
        add(new Paragraph(words.text("operation.step." + command.step().name())));
      } else {
        var otherwise = new Paragraph(words.text("operation.page.commands.otherwise"));
        otherwise.addClassName("secondary");
        add(otherwise);
      }
      before = command.step();
      add(line(words, command));
    }
  }

  private static Div line(Wording words, HostCommand command) {
    var shell = shell(command);
    var pre = new Pre(shell);
    pre.addClassName("mono");
    pre.getElement().setAttribute("tabindex", "0");
    pre.getElement().setAttribute("aria-label", words.text("operation.page.commands.label"));
    var copy = new Button(words.text("operation.page.copy"));
    copy.addThemeVariants(ButtonVariant.TERTIARY);
    copy.addClickListener(
        click -> copy.getElement().executeJs("navigator.clipboard?.writeText($0)", shell));
    var where = new Div(command.host() + " · " + command.account());
    where.addClassNames("mono", "command-where");
    var line = new Div(where, copy, pre);
    line.addClassName("command");
    return line;
  }

  /** The command as a shell reads it: the environment first, every word quoted that needs it. */
  static String shell(HostCommand command) {
    if (command.manifest() != null) {
      return command.argv().stream().map(CommandsPanel::quoted).collect(Collectors.joining(" "))
          + " <<'MANIFEST'\n"
          + command.manifest()
          + "MANIFEST";
    }
    var words = command.argv().stream().map(CommandsPanel::quoted).collect(Collectors.joining(" "));
    if (command.environment().isEmpty()) {
      return words;
    }
    if (!command.answers().isEmpty()) {
      return "printf '%s\\n' "
          + command.answers().stream()
              .map(CommandsPanel::quoted)
              .collect(Collectors.joining(" ", "", " | "))
          + words;
    }
    return command.environment().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()))
            .collect(Collectors.joining(" ", "env ", " "))
        + words;
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
