package dev.bascule.access.internal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets in where: programs with a token to {@code /api/**} and {@code /actuator/prometheus},
 * everybody to {@code /actuator/health} (without details), to the sign-in page and to {@code
 * /ui/**}, nobody to the rest of {@code /actuator/**}, people who signed in to the pages, as far as
 * these ask for more.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /** What Vaadin's own client needs; nothing may be loaded from, or sent to, anywhere else. */
  private static final String CONTENT =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
          + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
          + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private static final String API_CONTENT = "default-src 'none'; frame-ancestors 'none'";
  private static final String DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  /** Before any other filter, and so before the WebSocket handshake. */
  @Bean
  FilterRegistrationBean<OriginFilter> originFilter(
      @Value("${bascule.web.origins:}") Set<String> origins, ApplicationEventPublisher events) {
    FilterRegistrationBean<OriginFilter> first =
        new FilterRegistrationBean<>(new OriginFilter(origins, events));
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    first.setAsyncSupported(true);
    return first;
  }

  @Bean
  FilterRegistrationBean<MethodFilter> methodFilter() {
    FilterRegistrationBean<MethodFilter> second = new FilterRegistrationBean<>(new MethodFilter());
    second.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    second.setAsyncSupported(true);
    return second;
  }

  /** Only names and passwords; there is no user that Spring would make up. */
  @Bean
  AuthenticationManager authenticationManager(SignIn signIn) {
    return new ProviderManager(signIn);
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http, StoredTokens tokens, ApplicationEventPublisher events) {
    return http.securityMatcher("/api/**", "/actuator/**")
        .csrf(AbstractHttpConfigurer::disable) // no cookie is looked at here
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new TokenFilter(tokens, events), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/*")
                    .permitAll()
                    .requestMatchers("/api/**", "/actuator/prometheus")
                    .hasRole("VIEW")
                    .anyRequest()
                    .denyAll())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(API_CONTENT))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .exceptionHandling(
            trouble ->
                trouble
                    .authenticationEntryPoint(
                        (request, response, e) -> {
                          response.setHeader("WWW-Authenticate", "Bearer");
                          Problems.write(
                              response,
                              401,
                              "Unauthorized",
                              "Show a token: Authorization: Bearer …");
                        })
                    .accessDeniedHandler(
                        (request, response, e) ->
                            Problems.write(
                                response, 403, "Forbidden", "This is not open to programs.")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, KnownPeople people, Sessions sessions, SignOut signOut) {
    return http.authorizeHttpRequests(
            requests -> requests.requestMatchers("/ui/**", "/favicon.ico", "/error").permitAll())
        .formLogin(form -> form.loginPage("/login").failureHandler(new SignInFailed()))
        .addFilterAfter(new PresentRights(people, sessions), SecurityContextHolderFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .frameOptions(FrameOptionsConfig::deny)
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                    .withObjectPostProcessor(new AtOnce()))
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin -> vaadin.loginView("/login", "/login").addLogoutHandler(signOut))
        .build();
  }

  /**
   * Headers are set before a page is made: Vaadin's servlet is reached by a forward, and what it
   * sends is on its way before the filter would add them.
   */
  private static final class AtOnce implements ObjectPostProcessor<HeaderWriterFilter> {
    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }
}
