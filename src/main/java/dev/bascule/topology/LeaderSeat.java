package dev.bascule.topology;

import dev.bascule.patroni.MemberName;

/**
 * Who holds the leader key.
 *
 * @param createRevision the DCS's revision when this reign began: another reign of the same member
 *     has another one
 * @param lease the lease whose end takes the key away
 */
public record LeaderSeat(MemberName name, long createRevision, long modRevision, long lease) {}
