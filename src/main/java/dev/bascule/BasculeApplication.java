package dev.bascule;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import dev.bascule.audit.VerifyCommand;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The console: one Spring Boot application whose rooms are the sub-packages. */
@SpringBootApplication
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://ui/theme.css")
public class BasculeApplication implements AppShellConfigurator {

  /**
   * Starts the console; settings come from Spring's usual sources. With {@code verify} as the first
   * argument it checks the audit log instead and ends.
   */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("verify")) {
      String[] settings = Arrays.copyOfRange(args, 1, args.length);
      System.exit(VerifyCommand.run(settings, System.out, System.err));
    }
    SpringApplication.run(BasculeApplication.class, args);
  }

  /** The one source of time, replaced by tests. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
