package dev.bascule.inventory.ui;

import com.vaadin.flow.component.UI;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work that waits for the network, off the UI's thread; what came of it is shown on it. */
final class Work {
  private Work() {}

  static <T> void run(UI ui, Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
    Thread.ofVirtual()
        .name("inventory-page")
        .start(
            () -> {
              try {
                var result = work.call();
                show(ui, () -> then.accept(result));
              } catch (Exception e) {
                show(ui, () -> failed.accept(e));
              }
            });
  }

  private static void show(UI ui, com.vaadin.flow.server.Command change) {
    // what fails there goes to the session's own error handler
    var _ = ui.access(change);
  }
}
