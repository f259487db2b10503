package dev.bascule.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Refusal;
import dev.bascule.operation.ui.Background.Trouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a page says when its work failed. */
class BackgroundTest {
  static Exception[] lostDatabase() {
    return new Exception[] {
      new CannotCreateTransactionException("no connection"),
      new DataAccessResourceFailureException("the connection broke")
    };
  }

  @ParameterizedTest
  @MethodSource("lostDatabase")
  void aLostDatabaseIsARefusalWithThatReason(Exception failure) {
    assertThat(Background.trouble(failure))
        .isInstanceOfSatisfying(
            Trouble.Refused.class,
            refused ->
                assertThat(refused.refusal().refusal().code()).isEqualTo(Refusal.Code.DATABASE));
  }
}
