package dev.bascule.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A refusal in a service is a 403 that says which right is missing. */
class NotAllowedAnswerTest {
  @RestController
  static class Refusing {
    @GetMapping("/api/v1/refused")
    String refuse() {
      throw new NotAllowed(Actor.anonymous("ci", ""), Right.READ_AUDIT);
    }
  }

  @Test
  void isAProblemDocument() throws Exception {
    var answer =
        MockMvcBuilders.standaloneSetup(new Refusing())
            .setControllerAdvice(new NotAllowedAnswer())
            .build()
            .perform(MockMvcRequestBuilders.get("/api/v1/refused"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("READ_AUDIT", "\"status\":403");
  }
}
