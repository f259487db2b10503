package dev.bascule.inventory.internal;

import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.Environment;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of environments; callers hold the transaction. */
@Component
final class EnvironmentTable {
  private final JdbcClient sql;

  EnvironmentTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  List<Environment> list() {
    return sql.sql("select * from environment order by production desc, name")
        .query(
            (row, number) ->
                new Environment(
                    row.getString("name"),
                    row.getString("colour"),
                    row.getBoolean("production"),
                    Criticality.parse(row.getString("criticality")).orElse(Criticality.MEDIUM),
                    row.getString("account"),
                    row.getString("owner"),
                    row.getLong("version")))
        .list();
  }

  void insert(Environment environment) {
    sql.sql(
            """
            insert into environment (name, colour, production, criticality, account, owner, version)
            values (?, ?, ?, ?, ?, ?, 1)\
            """)
        .params(
            Sql.row(
                environment.name(),
                environment.colour(),
                environment.production(),
                environment.criticality().code(),
                environment.account(),
                environment.owner()))
        .update();
  }

  /** Writes it if the row still has the version; counts it up. */
  boolean update(Environment environment) {
    return sql.sql(
                """
                update environment set colour = ?, production = ?, criticality = ?, account = ?, owner = ?,
                  version = version + 1 where name = ? and version = ?\
                """)
            .params(
                Sql.row(
                    environment.colour(),
                    environment.production(),
                    environment.criticality().code(),
                    environment.account(),
                    environment.owner(),
                    environment.name(),
                    environment.version()))
            .update()
        > 0;
  }

  void delete(String name) {
    sql.sql("delete from environment where name = ?").param(name).update();
  }
}
