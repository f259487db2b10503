package showroom;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.theme.aura.Aura;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The pages alone, with made-up clusters and no database, DCS or sign-in: for browser tests and for
 * looking at one's own work. It lies outside the console's packages so that the console never finds
 * it.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
    })
@ComponentScan({"dev.bascule.ui", "dev.bascule.topology.ui", "showroom"})
@Import({Rooms.class})
@EnableVaadin({"dev.bascule.ui", "dev.bascule.topology.ui", "showroom"})
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://ui/theme.css")
public class Showroom implements AppShellConfigurator {
  /** Starts the showroom; {@code --server.port} chooses the port. */
  public static void main(String[] args) {
    SpringApplication.run(Showroom.class, args);
  }

  @Bean
  SecurityFilterChain everybodyMayLook(HttpSecurity http) throws Exception {
    return http.csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
