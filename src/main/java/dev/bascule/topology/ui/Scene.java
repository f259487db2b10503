package dev.bascule.topology.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the drawing is given: the same shape as in {@code frontend/topology/scene.js}, complete each
 * time. Moments are milliseconds since 1970 by the server's clock; texts are in the reader's
 * language; names are untrusted text.
 */
record Scene(
    String cluster,
    @Nullable String leader,
    boolean standby,
    List<Member> members,
    Seat seat,
    @Nullable Source source,
    @Nullable Entry entry,
    Dcs dcs,
    Sync sync,
    @Nullable Intent intent,
    @Nullable Interruption interruption,
    @Nullable Change change,
    long loopWait,
    boolean mayAsk) {

  record Member(
      String name,
      @Nullable String host,
      @Nullable String site,
      @Nullable String parent,
      String role,
      String state,
      String stateText,
      @Nullable Integer timeline,
      @Nullable String lsn,
      @Nullable Long receiveLag,
      @Nullable Long replayLag,
      @Nullable Long at,
      @Nullable Absence absent,
      boolean unreadable,
      List<Badge> badges,
      boolean dcsHere,
      @Nullable Edge edge,
      boolean canTakeOver,
      List<String> reasons,
      boolean canByHand,
      List<String> reasonsByHand,
      @Nullable String severity) {}

  record Absence(@Nullable Long since, String lastRole, String writable) {}

  record Badge(String code, String text, @Nullable String tone) {}

  record Edge(@Nullable String from, String kind, @Nullable Long since, @Nullable String label) {}

  record Seat(@Nullable Long emptySince, @Nullable Long lockUntil, boolean paused) {}

  record Source(String label, @Nullable String link, String kind) {}

  record Entry(String kind, String address, List<String> holders, @Nullable Long nobodySince) {}

  record Dcs(
      String name,
      List<DcsMember> members,
      @Nullable Integer mayLose,
      long revision,
      @Nullable Long seenAt,
      boolean outOfSight) {}

  record DcsMember(String name, String state) {}

  record Sync(String mode, boolean strict, int need, int of) {}

  record Intent(@Nullable String from, @Nullable String to, @Nullable Long scheduledAt) {}

  record Interruption(long since, @Nullable Long until, boolean measured) {}

  record Change(boolean outside, @Nullable Long caughtUpAfter) {}
}
