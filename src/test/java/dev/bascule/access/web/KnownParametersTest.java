package dev.bascule.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** A mistyped filter gets an answer instead of everything. */
class KnownParametersTest {
  @RestController
  static class Asked {
    @GetMapping("/api/v1/some")
    String some(
        @RequestParam(required = false) @Nullable String dcs,
        @RequestParam(required = false) @Nullable List<String> state) {
      return "answered";
    }

    @GetMapping("/api/v1/none")
    String none() {
      return "answered";
    }

    @GetMapping("/api/v1/own")
    String own(@RequestParam Map<String, String> parameters) {
      return "answered";
    }
  }

  @RestControllerAdvice
  static final class Problems extends ResponseEntityExceptionHandler {}

  private static MockHttpServletResponse get(String path) throws Exception {
    return MockMvcBuilders.standaloneSetup(new Asked())
        .setControllerAdvice(new Problems())
        .addMappedInterceptors(new String[] {"/api/**"}, new KnownParameters())
        .build()
        .perform(MockMvcRequestBuilders.get(path))
        .andReturn()
        .getResponse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/some?dsc=lab",
        "/api/v1/some?dcs=a&dcs=b",
        "/api/v1/some?<script>=1",
        "/api/v1/none?limit=1",
        "/api/v1/own?text=a&text=b"
      })
  void refusesWhatThereIsNotAndWhatIsGivenTwice(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(400);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).doesNotContain("<script>", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/some",
        "/api/v1/some?dcs=lab&state=A&state=B",
        "/api/v1/none",
        "/api/v1/own?whatever=a"
      })
  void answersWhatThereIs(String path) throws Exception {
    assertThat(get(path).getContentAsString()).isEqualTo("answered");
  }
}
