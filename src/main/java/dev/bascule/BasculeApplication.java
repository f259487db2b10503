package dev.bascule;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The console: one Spring Boot application whose rooms are the sub-packages. */
@SpringBootApplication
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://ui/theme.css")
public class BasculeApplication implements AppShellConfigurator {

  /** Starts the console; settings come from Spring's usual sources. */
  public static void main(String[] args) {
    SpringApplication.run(BasculeApplication.class, args);
  }

  /** The one source of time, replaced by tests. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
