package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.bascule.access.NotAllowed;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestRefused;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Work that waits for hosts, off the UI's thread; what came of it is handed back on it. */
final class Background {
  private static final Logger log = LoggerFactory.getLogger(Background.class);

  private Background() {}

  static <T> void run(UI ui, Callable<T> work, Consumer<T> then, Consumer<Trouble> failed) {
    Thread.ofVirtual()
        .name("page-work")
        .start(
            () -> {
              try {
                var result = work.call();
                show(ui, () -> then.accept(result));
              } catch (Exception e) {
                show(ui, () -> failed.accept(trouble(e)));
              }
            });
  }

  static Trouble trouble(Exception failure) {
    return switch (failure) {
      case RequestRefused refused -> new Trouble.Refused(refused);
      case NotAllowed _ -> new Trouble.NotTheirs();
      case DataAccessException _, TransactionException _ -> {
        log.warn("a page's work needs the database: {}", failure.toString());
        yield new Trouble.Refused(RequestRefused.because(Refusal.Code.DATABASE));
      }
      default -> {
        log.error("a page's work failed", failure);
        yield new Trouble.Broken();
      }
    };
  }

  private static void show(UI ui, com.vaadin.flow.server.Command change) {
    try {
      // what fails there goes to the session's own error handler
      var _ = ui.access(change);
    } catch (UIDetachedException e) {
      log.debug("The page was left before its answer came");
    }
  }

  /** What went wrong. */
  sealed interface Trouble {
    /** For the person who sees the page. */
    default String said(Wording words) {
      return switch (this) {
        case Refused(var refused) -> words.say(refused.refusal().said());
        case NotTheirs() -> words.text("operation.page.notallowed");
        case Broken() -> words.text("operation.page.broken");
      };
    }

    /** The person has no right to it. */
    record NotTheirs() implements Trouble {}

    /** The console says no, and why. */
    record Refused(RequestRefused refusal) implements Trouble {}

    /** A defect; the log says more. */
    record Broken() implements Trouble {}
  }
}
