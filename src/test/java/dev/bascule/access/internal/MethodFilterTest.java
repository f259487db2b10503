package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Only what pages and programs use gets in. */
class MethodFilterTest {
  private final MockFilterChain beyond = new MockFilterChain();

  private MockHttpServletResponse answer(String method) throws Exception {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new MethodFilter().doFilter(new MockHttpServletRequest(method, "/login"), answer, beyond);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH", "TRACE", "PROPFIND", "get", "X"})
  void refusesWhatNothingAnswers(String method) throws Exception {
    MockHttpServletResponse answer = answer(method);
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeader("Allow")).contains("GET", "POST");
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(beyond.getRequest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "OPTIONS"})
  void letsTheOthersThrough(String method) throws Exception {
    assertThat(answer(method).getStatus()).isEqualTo(200);
    assertThat(beyond.getRequest()).isNotNull();
  }
}
