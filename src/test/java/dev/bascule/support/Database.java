package dev.bascule.support;

/**
 * The two databases that the console runs on. A class annotated with {@code @ParameterizedClass}
 * and {@code @EnumSource} runs the same tests on both:
 *
 * <pre>{@code
 * @ParameterizedClass
 * @EnumSource
 * record VotesTest(Database kind) {
 *   @Test
 *   void refusesTheRequester() {
 *     var database = kind.fresh();
 *     assertThatThrownBy(() -> database.sql("insert into vote …").update()).…
 *   }
 * }
 * }</pre>
 */
public enum Database {
  /** H2 in a file, opened as the console opens it. */
  H2,
  /** A real PostgreSQL, Debian's, started by the tests. */
  POSTGRESQL;

  /** A new database with all migrations applied. It goes when the tests end. */
  public TestDatabase fresh() {
    return switch (this) {
      case H2 -> TestDatabase.h2();
      case POSTGRESQL -> TestDatabase.postgresql();
    };
  }
}
