package dev.bascule.access.internal;

import dev.bascule.access.Person;
import dev.bascule.access.PersonId;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people, by plain SQL; callers hold the transaction. */
@Component
final class PeopleTable {
  private static final String SELECT =
      """
      select p.id, p.name, p.display_name, p.scope, p.disabled, p.created_at, p.last_sign_in, p.version,
        p.password_hash, p.credentials,
        (select string_agg(r.role, ',') from person_role r where r.person_id = p.id) as roles
      from person p\
      """;

  private final JdbcClient sql;

  PeopleTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  /**
   * A row: the person, and what only sign-in needs.
   *
   * @param credentials counts new passwords and disablings
   */
  record Row(Person person, String passwordHash, long credentials) {
    private static final RowMapper<Row> MAPPER = (row, number) -> read(row);

    private static Row read(ResultSet row) throws SQLException {
      String roles = row.getString("roles");
      return new Row(
          new Person(
              new PersonId(row.getObject("id", UUID.class)),
              new PersonName(row.getString("name")),
              row.getString("display_name"),
              roles(roles),
              Scope.parse(row.getString("scope")),
              row.getBoolean("disabled"),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant),
              row.getLong("version")),
          row.getString("password_hash"),
          row.getLong("credentials"));
    }

    private static Set<Role> roles(@Nullable String names) {
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      if (names != null) {
        Arrays.stream(names.split(",")).map(Role::valueOf).forEach(roles::add);
      }
      return roles;
    }

    @Override
    public String toString() {
      return "Row[" + person + ", hidden]";
    }
  }

  Optional<Row> find(PersonId id) {
    return sql.sql(SELECT + " where p.id = ?").param(id.value()).query(Row.MAPPER).optional();
  }

  Optional<Row> find(PersonName name) {
    return sql.sql(SELECT + " where p.name = ?").param(name.value()).query(Row.MAPPER).optional();
  }

  List<Person> list(int limit) {
    return sql
        .sql(SELECT + " order by p.name limit ?")
        .param(limit)
        .query(Row.MAPPER)
        .list()
        .stream()
        .map(Row::person)
        .toList();
  }

  boolean isEmpty() {
    return sql.sql("select count(*) from (select 1 from person limit 1) one")
            .query(Integer.class)
            .single()
        == 0;
  }

  /** Keeps other changes of people waiting until the transaction ends. */
  void lock() {
    sql.sql("select id from access_lock where id = 1 for update").query(Integer.class).single();
  }

  /** How many administrators can sign in. */
  int administrators() {
    return sql.sql(
            """
            select count(*) from person p join person_role r on r.person_id = p.id
            where r.role = 'ADMIN' and not p.disabled\
            """)
        .query(Integer.class)
        .single();
  }

  void insert(Person person, String passwordHash, boolean temporary) {
    sql.sql(
            """
            insert into person
              (id, name, display_name, scope, password_hash, temporary_password, credentials, disabled,
                created_at, version)
            values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)\
            """)
        .params(
            person.id().value(),
            person.name().value(),
            person.displayName(),
            person.scope().toString(),
            passwordHash,
            temporary,
            person.disabled(),
            time(person.createdAt()),
            person.version())
        .update();
    putRoles(person);
  }

  /** Writes name, roles, scope and state if the row still has the version; counts it up. */
  boolean update(Person person, boolean endSessions) {
    int updated =
        sql.sql(
                """
                update person set display_name = ?, scope = ?, disabled = ?, version = version + 1,
                  credentials = credentials + ? where id = ? and version = ?\
                """)
            .params(
                person.displayName(),
                person.scope().toString(),
                person.disabled(),
                endSessions ? 1 : 0,
                person.id().value(),
                person.version())
            .update();
    if (updated == 0) {
      return false;
    }
    sql.sql("delete from person_role where person_id = ?").param(person.id().value()).update();
    putRoles(person);
    return true;
  }

  private void putRoles(Person person) {
    for (Role role : person.roles()) {
      sql.sql("insert into person_role (person_id, role) values (?, ?)")
          .params(person.id().value(), role.name())
          .update();
    }
  }

  /**
   * Writes a new password.
   *
   * @param temporary whether somebody else chose it
   */
  void putPassword(PersonId id, String hash, boolean temporary) {
    sql.sql(
            """
            update person set password_hash = ?, temporary_password = ?, credentials = credentials + 1
            where id = ?\
            """)
        .params(hash, temporary, id.value())
        .update();
  }

  boolean hasTemporaryPassword(PersonId id) {
    return sql.sql("select temporary_password from person where id = ?")
        .param(id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void putSignIn(PersonId id, Instant at) {
    sql.sql("update person set last_sign_in = ? where id = ?")
        .params(time(at), id.value())
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
