package dev.bascule.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.support.Database;
import dev.bascule.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Invariant 6 in the database itself: requester ≠ approver, whoever writes the SQL. */
@ParameterizedClass
@EnumSource
record VotesByPlainSqlTest(Database kind) {
  private static final UUID DANA = UUID.fromString("00000000-0000-0000-0000-00000000000d");
  private static final UUID AMIR = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID PROPOSAL = UUID.fromString("00000000-0000-0000-0000-0000000000ff");
  private static final String HASH = "0".repeat(64);

  private TestDatabase asked() {
    TestDatabase database = kind.fresh();
    for (UUID person : new UUID[] {DANA, AMIR}) {
      database
          .sql(
              """
              insert into person (id, name, display_name, scope, password_hash, credentials,
                disabled, created_at, version)
              values (?, ?, 'x', '*', '{noop}', 1, false, now(), 1)\
              """)
          .params(person, person.toString())
          .update();
    }
    database
        .sql(
            """
            insert into approval_proposal values (?, 'OPERATION', 'production', ?, ?, 1, 3600,
              timestamp with time zone '2026-11-23 02:00:00+00',
              timestamp with time zone '2026-11-23 03:00:00+00', false)\
            """)
        .params(PROPOSAL, DANA, HASH)
        .update();
    return database;
  }

  private static void vote(TestDatabase database, UUID requester, String hash, UUID voter) {
    database
        .sql("insert into approval_vote values (?, ?, ?, ?, 'x', 'APPROVED', '', now())")
        .params(PROPOSAL, requester, hash, voter)
        .update();
  }

  @Test
  void takesTheVoteOfAnotherPerson() {
    TestDatabase database = asked();
    vote(database, DANA, HASH, AMIR);
    assertThat(database.sql("select count(*) from approval_vote").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void refusesTheVoteOfTheRequester() {
    TestDatabase database = asked();
    assertThatThrownBy(() -> vote(database, DANA, HASH, DANA))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("approval_vote_by_another");
  }

  @Test
  void refusesAVoteThatNamesAnotherRequesterToGetRoundThat() {
    TestDatabase database = asked();
    assertThatThrownBy(() -> vote(database, AMIR, HASH, DANA))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("approval_vote_binds");
  }

  @Test
  void refusesAVoteForAnotherPlan() {
    TestDatabase database = asked();
    assertThatThrownBy(() -> vote(database, DANA, "1".repeat(64), AMIR))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("approval_vote_binds");
  }

  @Test
  void refusesToPutAnotherRequesterUnderAVote() {
    TestDatabase database = asked();
    vote(database, DANA, HASH, AMIR);
    assertThatThrownBy(
            () -> database.sql("update approval_proposal set requester = ?").param(AMIR).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void refusesToPutAnotherPlanUnderAVote() {
    TestDatabase database = asked();
    vote(database, DANA, HASH, AMIR);
    assertThatThrownBy(
            () ->
                database
                    .sql("update approval_proposal set plan_hash = ?")
                    .param("1".repeat(64))
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void refusesASecondVoteOfOnePerson() {
    TestDatabase database = asked();
    vote(database, DANA, HASH, AMIR);
    assertThatThrownBy(() -> vote(database, DANA, HASH, AMIR))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void refusesTheVoteOfWhatIsNoPerson() {
    TestDatabase database = asked();
    assertThatThrownBy(() -> vote(database, DANA, HASH, UUID.randomUUID()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("approval_vote_by_a_person");
  }
}
