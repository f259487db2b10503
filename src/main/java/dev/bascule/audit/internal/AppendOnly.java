package dev.bascule.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** The embedded database's trigger that refuses every change of what was written. */
public final class AppendOnly implements Trigger {
  private String table = "";

  /** Made by the database. */
  public AppendOnly() {}

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    this.table = table;
  }

  @Override
  public void fire(
      Connection connection, @Nullable Object[] oldRow, @Nullable Object @Nullable [] newRow)
      throws SQLException {
    throw new SQLException(table + " is append-only", "42501");
  }
}
