package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.AccessEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** What pages of other sites make browsers send. */
class OriginFilterTest {
  private final List<Object> events = new ArrayList<>();
  private final OriginFilter filter =
      new OriginFilter(Set.of("https://bascule.example"), events::add);

  @Test
  void refusesAHandshakeFromAnotherSite() throws Exception {
    assertThat(handshake("https://evil.example")).isEqualTo(403);
    assertThat(events).hasOnlyElementsOfType(AccessEvent.ForeignOrigin.class).hasSize(1);
  }

  @Test
  void refusesAHandshakeThatDoesNotSayFromWhere() throws Exception {
    assertThat(handshake(null)).isEqualTo(403);
    assertThat(handshake("null")).isEqualTo(403);
    assertThat(handshake("file://localhost:8080")).isEqualTo(403);
    assertThat(handshake("https://localhost:8080.evil.example")).isEqualTo(403);
    assertThat(handshake("x".repeat(5_000))).isEqualTo(403);
  }

  @Test
  void refusesThemWithoutADatabaseToo() throws Exception {
    OriginFilter lost =
        new OriginFilter(
            Set.of(),
            event -> {
              throw new CannotCreateTransactionException("no connection");
            });
    MockHttpServletRequest post = request("POST");
    post.addHeader("Sec-Fetch-Site", "cross-site");
    MockHttpServletResponse answer = new MockHttpServletResponse();
    lost.doFilter(post, answer, new MockFilterChain());
    assertThat(answer.getStatus()).isEqualTo(403);
  }

  @Test
  void letsItsOwnHandshakesThrough() throws Exception {
    assertThat(handshake("http://localhost:8080")).isEqualTo(200);
    assertThat(handshake("https://bascule.example")).isEqualTo(200);
  }

  @Test
  void refusesAFormPostedByAnotherSite() throws Exception {
    MockHttpServletRequest post = request("POST");
    post.addHeader("Origin", "https://evil.example");
    assertThat(status(post)).isEqualTo(403);
    MockHttpServletRequest crossed = request("POST");
    crossed.addHeader("Sec-Fetch-Site", "cross-site");
    assertThat(status(crossed)).isEqualTo(403);
  }

  @Test
  void letsProgramsPostThatAreNoBrowsers() throws Exception {
    assertThat(status(request("POST"))).isEqualTo(200);
  }

  @Test
  void letsLinksFromElsewhereLeadHere() throws Exception {
    MockHttpServletRequest get = request("GET");
    get.addHeader("Sec-Fetch-Site", "cross-site");
    get.addHeader("Origin", "https://evil.example");
    assertThat(status(get)).isEqualTo(200);
  }

  @Test
  void tellsOnceAMinuteOfEachAddress() throws Exception {
    for (int i = 0; i < 100; i++) {
      handshake("https://evil.example");
    }
    assertThat(events).hasSize(1);
  }

  private int handshake(@org.jspecify.annotations.Nullable String origin) throws Exception {
    MockHttpServletRequest request = request("GET");
    request.addHeader("Upgrade", "WebSocket");
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    return status(request);
  }

  private static MockHttpServletRequest request(String method) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/VAADIN/push");
    request.addHeader("Host", "localhost:8080");
    return request;
  }

  private int status(MockHttpServletRequest request) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
