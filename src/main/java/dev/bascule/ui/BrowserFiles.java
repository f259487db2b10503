package dev.bascule.ui;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Serves our browser code and style sheets. Browsers ask each time whether a file changed: modules
 * import each other by plain names, so an upgrade must not mix old ones with new ones.
 */
@Configuration(proxyBeanMethods = false)
class BrowserFiles {
  @Bean
  ResourceHttpRequestHandler browserFileHandler() {
    ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
    handler.setLocations(List.of(new ClassPathResource("META-INF/resources/ui/")));
    handler.setCacheControl(CacheControl.noCache());
    return handler;
  }

  @Bean
  SimpleUrlHandlerMapping browserFileMapping(ResourceHttpRequestHandler browserFileHandler) {
    return new SimpleUrlHandlerMapping(
        Map.of("/ui/**", browserFileHandler), Ordered.HIGHEST_PRECEDENCE + 100);
  }
}
