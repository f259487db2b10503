package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Component;
import dev.bascule.access.NotAllowed;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.secrets.Vault;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ui.Formats;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words for what can go wrong, in the reader's language. */
final class Wording {
  private static final Logger log = LoggerFactory.getLogger(Wording.class);

  private Wording() {}

  /** What happened, what was left as it is, what to do next. */
  static String of(Component page, Exception e) {
    return switch (e) {
      case Unacceptable refused -> of(page, refused);
      case ChangedMeanwhile changed -> page.getTranslation("inventory.trouble.changed");
      case NotAllowed denied -> page.getTranslation("inventory.trouble.denied");
      case Vault.VaultLocked locked -> page.getTranslation("inventory.trouble.locked");
      case SshFailure failure ->
          what(page, failure.trouble()) + " " + next(page, failure.trouble());
      default -> {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Work of an inventory page failed, reference {}", reference, e);
        yield page.getTranslation("ui.failed", reference);
      }
    };
  }

  static String of(Component page, Unacceptable refused) {
    return page.getTranslation(
        "inventory.unacceptable." + refused.code(),
        refused.args().stream().map(arg -> arg(page, arg)).toArray());
  }

  private static Object arg(Component page, Object arg) {
    return arg instanceof Instant at
        ? page.getUI().map(ui -> Formats.of(ui).full(at)).orElse(at.toString())
        : arg;
  }

  /** What is wrong with a host. */
  static String what(Component page, SshTrouble trouble) {
    return page.getTranslation("inventory.ssh." + code(trouble));
  }

  /** What to do about it. */
  static String next(Component page, SshTrouble trouble) {
    return page.getTranslation("inventory.ssh.next." + code(trouble));
  }

  /** How the name of a trouble stands in keys. */
  static String code(Enum<?> trouble) {
    return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field that a refusal is about, without what stands before the dot. */
  static Optional<String> field(Exception e) {
    return e instanceof Unacceptable refused ? Optional.of(refused.field()) : Optional.empty();
  }
}
