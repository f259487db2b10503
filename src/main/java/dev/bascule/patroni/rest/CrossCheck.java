package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what {@code /cluster} says of the members with what each says of itself. They part when
 * a node can't read the DCS any more: {@code /cluster} then went on naming a leader that had long
 * stepped down.
 */
public final class CrossCheck {
  private CrossCheck() {}

  /**
   * All differences that matter, in the members' order. Members that didn't answer are not judged.
   *
   * @param own by member, what its {@code /patroni} says
   */
  public static List<Difference> compare(RestCluster cluster, Map<MemberName, PatroniStatus> own) {
    var found = new ArrayList<Difference>();
    for (var member : cluster.members()) {
      var status = own.get(member.name());
      if (status != null) {
        compare(member, status, found);
      }
    }
    return List.copyOf(found);
  }

  private static void compare(
      RestCluster.Member member, PatroniStatus status, List<Difference> found) {
    var leads = status.role() == PatroniRole.PRIMARY || status.role() == PatroniRole.STANDBY_LEADER;
    if (member.leads() != leads) {
      found.add(
          new Difference(
              member.name(),
              leads ? Kind.LEADS_UNMENTIONED : Kind.DOES_NOT_LEAD,
              member.role(),
              status.roleWord()));
    }
    if (member.leads() && !status.running()) {
      found.add(new Difference(member.name(), Kind.DOES_NOT_RUN, member.state(), status.state()));
    }
    if (member.timeline() > 0 && status.timeline() > 0 && member.timeline() != status.timeline()) {
      found.add(
          new Difference(
              member.name(),
              Kind.OTHER_TIMELINE,
              Integer.toString(member.timeline()),
              Integer.toString(status.timeline())));
    }
  }

  /** In what they part. */
  public enum Kind {
    /** Said to lead, and says itself that it follows. */
    DOES_NOT_LEAD,
    /** Says itself that it leads, and {@code /cluster} doesn't. */
    LEADS_UNMENTIONED,
    /** Said to lead, and its PostgreSQL doesn't run. */
    DOES_NOT_RUN,
    /** On another timeline. */
    OTHER_TIMELINE
  }

  /**
   * One difference.
   *
   * @param said by {@code /cluster}
   * @param own by the member itself
   */
  public record Difference(MemberName member, Kind kind, String said, String own) {}
}
