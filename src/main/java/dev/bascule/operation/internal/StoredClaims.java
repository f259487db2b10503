package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which request holds which cluster: one at a time, by the table's primary key, over all consoles
 * on one database. Heartbeats go by the database's clock, as consoles' clocks may differ.
 */
@Component
final class StoredClaims {
  private static final String SELECT =
      "select dcs, cluster, request, step, owner from operation_claim";

  private final JdbcClient sql;

  StoredClaims(JdbcClient sql) {
    this.sql = sql;
  }

  /** Takes the cluster; false when another request, or this one already, holds it. */
  boolean take(Claim claim) {
    return sql.sql(
                """
                insert into operation_claim values (?, ?, ?, ?, ?, current_timestamp, current_timestamp)
                on conflict do nothing\
                """)
            .params(
                claim.cluster().dcs(),
                claim.cluster().cluster(),
                claim.request().value(),
                claim.step(),
                claim.owner())
            .update()
        == 1;
  }

  Optional<Claim> find(ClusterId cluster) {
    return sql.sql(SELECT + " where dcs = ? and cluster = ?")
        .params(cluster.dcs(), cluster.cluster())
        .query(StoredClaims::read)
        .optional();
  }

  List<Claim> all() {
    return sql.sql(SELECT + " order by request").query(StoredClaims::read).list();
  }

  /**
   * The next step's id, kept before anything is sent under it.
   *
   * @return false when the owner doesn't hold the cluster any more: another run of the console took
   *     it for gone, and nothing may be sent
   */
  boolean nextStep(RequestId request, UUID step, UUID owner) {
    return sql.sql("update operation_claim set step = ? where request = ? and owner = ?")
            .params(step, request.value(), owner)
            .update()
        == 1;
  }

  /** Frees the cluster, unless it is another run of the console that holds it. */
  void release(RequestId request, UUID owner) {
    sql.sql("delete from operation_claim where request = ? and owner = ?")
        .params(request.value(), owner)
        .update();
  }

  /** Frees the cluster, whoever holds it for the request. */
  void release(RequestId request) {
    sql.sql("delete from operation_claim where request = ?").param(request.value()).update();
  }

  /** Says that this run of the console is alive. */
  void beat(UUID owner) {
    sql.sql("update operation_claim set heartbeat_at = current_timestamp where owner = ?")
        .param(owner)
        .update();
  }

  /**
   * Takes over what a run that is gone carried out.
   *
   * @param silence for how long the owner must not have been heard of
   * @return whether it is ours now
   */
  boolean takeOver(Claim claim, UUID owner, Duration silence) {
    OffsetDateTime now = sql.sql("select current_timestamp").query(OffsetDateTime.class).single();
    return sql.sql(
                """
                update operation_claim set owner = ?, heartbeat_at = ?
                where request = ? and owner = ? and heartbeat_at <= ?\
                """)
            .params(owner, now, claim.request().value(), claim.owner(), now.minus(silence))
            .update()
        == 1;
  }

  private static Claim read(ResultSet row, int number) throws SQLException {
    return new Claim(
        new ClusterId(row.getString("dcs"), row.getString("cluster")),
        new RequestId(row.getLong("request")),
        row.getObject("step", UUID.class),
        row.getObject("owner", UUID.class));
  }
}
