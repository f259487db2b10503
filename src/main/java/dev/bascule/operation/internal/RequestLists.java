package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestLine;
import dev.bascule.operation.RequestQuery;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestTab;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of requests, each as far as a person may see it. */
@Component
final class RequestLists {
  private static final String COLUMNS =
      """
      r.id, r.dcs, r.cluster, r.kind, r.environment, r.sentence, r.state, r.requester,
      r.requester_name, r.asked_at, r.runs_at, r.break_glass_at, r.changed_at,
      p.approvals - (select count(*) from approval_vote v
        where v.proposal = r.proposal and v.answer = 'APPROVED') as missing
      """;
  private static final String FROM =
      " from operation_request r join approval_proposal p on p.id = r.proposal where ";

  private final JdbcClient sql;

  RequestLists(JdbcClient sql) {
    this.sql = sql;
  }

  List<RequestLine> list(Actor actor, RequestTab tab, int offset, int limit) {
    var values = new HashMap<String, Object>();
    String where = visible(actor, values) + " and (" + condition(actor, tab, values) + ")";
    return lines(where, values, offset, limit);
  }

  List<RequestLine> ofCluster(Actor actor, ClusterId cluster, int limit) {
    var values = new HashMap<String, Object>();
    values.put("dcs", cluster.dcs());
    values.put("cluster", cluster.cluster());
    return lines(
        visible(actor, values) + " and r.dcs = :dcs and r.cluster = :cluster", values, 0, limit);
  }

  List<RequestLine> search(Actor actor, RequestQuery query, int limit) {
    var values = new HashMap<String, Object>();
    var where = new StringBuilder(visible(actor, values)).append(" and r.id < :before");
    values.put("before", query.before());
    var dcs = query.dcs();
    if (dcs != null) {
      where.append(" and r.dcs = :dcs");
      values.put("dcs", dcs);
    }
    var cluster = query.cluster();
    if (cluster != null) {
      where.append(" and r.cluster = :cluster");
      values.put("cluster", cluster);
    }
    if (!query.states().isEmpty()) {
      where.append(" and r.state in (:states)");
      values.put("states", query.states().stream().map(RequestState::name).toList());
    }
    return lines(where.toString(), values, 0, limit);
  }

  List<RequestLine> openExceptions(int limit) {
    return lines(
        "r.break_glass_at is not null and r.reviewed_at is null", new HashMap<>(), 0, limit);
  }

  int count(Actor actor, RequestTab tab) {
    var values = new HashMap<String, Object>();
    String where = visible(actor, values) + " and (" + condition(actor, tab, values) + ")";
    return sql.sql("select count(*)" + FROM + where).params(values).query(Integer.class).single();
  }

  private List<RequestLine> lines(String where, Map<String, Object> values, int offset, int limit) {
    values.put("limit", limit);
    values.put("offset", offset);
    return sql.sql(
            "select " + COLUMNS + FROM + where + " order by r.id desc limit :limit offset :offset")
        .params(values)
        .query(RequestLists::line)
        .list();
  }

  private static String visible(Actor actor, Map<String, Object> values) {
    return actor.may(Right.VIEW) ? reach(actor, values) : "1 = 0";
  }

  private static String reach(Actor actor, Map<String, Object> values) {
    if (actor.scope().everywhere()) {
      return "1 = 1";
    }
    if (actor.scope().environments().isEmpty()) {
      return "1 = 0";
    }
    values.put("environments", List.copyOf(actor.scope().environments()));
    return "r.environment in (:environments)";
  }

  private static String condition(Actor actor, RequestTab tab, Map<String, Object> values) {
    return switch (tab) {
      case WAITING_FOR_ME -> waiting(actor, values);
      case MINE -> {
        values.put("me", actor.id().value());
        yield "r.requester = :me";
      }
      case SCHEDULED -> "r.state = 'SCHEDULED'";
      case RUNNING ->
          """
          r.state in ('DISPATCHING', 'RUNNING', 'OBSERVING')
            or (r.state = 'UNKNOWN' and r.resolution is null)\
          """;
      case DONE ->
          """
          r.state in ('SUCCEEDED', 'DEVIATED', 'FAILED', 'ABORTED_STALE', 'CANCELLED', 'EXPIRED',
            'REJECTED', 'VOIDED') or (r.state = 'UNKNOWN' and r.resolution is not null)\
          """;
    };
  }

  /** To agree to, to start, to resolve, to review: whatever this person can move on. */
  private static String waiting(Actor actor, Map<String, Object> values) {
    values.put("me", actor.id().value());
    List<String> either = new ArrayList<>();
    either.add("(r.state = 'APPROVED' and r.requester = :me)");
    if (actor.may(Right.APPROVE)) {
      either.add(
          """
          (r.state = 'REQUESTED' and r.requester <> :me and not exists
            (select 1 from approval_vote v where v.proposal = r.proposal and v.voter = :me))\
          """);
    }
    if (actor.may(Right.RESOLVE_UNKNOWN)) {
      either.add("(r.state = 'UNKNOWN' and r.resolution is null)");
    }
    if (actor.may(Right.REVIEW)) {
      either.add("(r.break_glass_at is not null and r.reviewed_at is null and r.requester <> :me)");
    }
    return String.join(" or ", either);
  }

  static RequestLine line(ResultSet row, int number) throws SQLException {
    RequestState state = RequestState.valueOf(row.getString("state"));
    return new RequestLine(
        new RequestId(row.getLong("id")),
        new ClusterId(row.getString("dcs"), row.getString("cluster")),
        row.getString("kind"),
        row.getString("environment"),
        Json.phrase(row.getString("sentence")),
        state,
        new PersonId(row.getObject("requester", UUID.class)),
        row.getString("requester_name"),
        RequestRow.at(row, "asked_at"),
        RequestRow.atOrNull(row, "runs_at"),
        state == RequestState.REQUESTED ? Math.max(0, row.getInt("missing")) : 0,
        RequestRow.atOrNull(row, "break_glass_at") != null,
        RequestRow.at(row, "changed_at"));
  }
}
