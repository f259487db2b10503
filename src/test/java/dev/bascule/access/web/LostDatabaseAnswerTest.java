package dev.bascule.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Without its database the console says so to programs, too. */
class LostDatabaseAnswerTest {
  @RestController
  static class Needing {
    @GetMapping("/api/v1/connection")
    String connection() {
      throw new DataAccessResourceFailureException("jdbc:postgresql://db/bascule: refused");
    }

    @GetMapping("/api/v1/transaction")
    String transaction() {
      throw new CannotCreateTransactionException("jdbc:postgresql://db/bascule: refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/connection", "/api/v1/transaction"})
  void isAProblemDocumentThatSaysWhatIsAway(String path) throws Exception {
    var answer =
        MockMvcBuilders.standaloneSetup(new Needing())
            .setControllerAdvice(new LostDatabaseAnswer())
            .build()
            .perform(MockMvcRequestBuilders.get(path))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getHeader("Retry-After")).isNotNull();
    assertThat(answer.getContentAsString())
        .contains("database", "\"status\":503")
        .doesNotContain("jdbc", "Exception");
  }
}
