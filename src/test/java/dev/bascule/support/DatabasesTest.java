package dev.bascule.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Both databases take the same migrations, and keep what was written for ever as it is. */
@ParameterizedClass
@EnumSource
record DatabasesTest(Database kind) {
  private static final String ENTRY =
      """
      insert into audit_entry values (1, now(), 'SYSTEM', '00000000-0000-0000-0000-000000000001', 'a', '',
        'b.c', 'd', 'e', 'f', '', 'DONE', '{}', repeat('0', 64), 'ff')
      """;

  @Test
  void takeAllMigrations() {
    TestDatabase database = kind.fresh();
    assertThat(database.sql("select count(*) from person").query(Integer.class).single()).isZero();
    assertThat(
            database
                .sql("select count(*) from \"flyway_schema_history\" where not \"success\"")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void areTheTestsOwn() {
    kind.fresh().sql("delete from access_lock").update();
    assertThat(kind.fresh().sql("select count(*) from access_lock").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void refuseToChangeAnAuditEntry() {
    TestDatabase database = kind.fresh();
    database.sql(ENTRY).update();
    assertThatThrownBy(() -> database.sql("update audit_entry set detail = '{}'").update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
  }

  @Test
  void refuseToDeleteAnAuditEntry() {
    TestDatabase database = kind.fresh();
    database.sql(ENTRY).update();
    assertThatThrownBy(() -> database.sql("delete from audit_entry").update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
  }

  @Test
  void refuseToDeleteTheHead() {
    TestDatabase database = kind.fresh();
    assertThatThrownBy(() -> database.sql("delete from audit_head").update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("append-only");
  }
}
