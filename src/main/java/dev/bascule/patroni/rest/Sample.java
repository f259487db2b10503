package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One question to one node, and what came of it.
 *
 * @param asked since the probe began
 * @param answered since the probe began; when it was given up, if nothing came
 * @param takesWrites whether it is a running primary; null when nothing came
 * @param holdsKey whether it holds the leader key; null when nothing came or it wasn't asked for
 * @param acknowledges whether a synchronous standby follows it; null when nothing came
 * @param said role and state, or the trouble's name
 */
public record Sample(
    MemberName member,
    Duration asked,
    Duration answered,
    @Nullable Boolean takesWrites,
    @Nullable Boolean holdsKey,
    @Nullable Boolean acknowledges,
    String said) {

  static Sample of(
      MemberName member,
      Duration asked,
      Duration answered,
      PatroniStatus status,
      @Nullable Boolean holdsKey) {
    return new Sample(
        member,
        asked,
        answered,
        status.takesWrites(),
        holdsKey,
        status.takesWrites() && status.followedSynchronously(),
        status.roleWord() + "/" + status.state());
  }

  static Sample silent(MemberName member, Duration asked, Duration answered, RestTrouble trouble) {
    return new Sample(member, asked, answered, null, null, null, trouble.name());
  }
}
