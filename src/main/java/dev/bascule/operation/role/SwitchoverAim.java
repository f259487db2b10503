package dev.bascule.operation.role;

import dev.bascule.operation.Fence;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.patroni.MemberName;
import java.util.Set;

/**
 * What a switchover started from, and what it is to reach.
 *
 * @param reign the leader key's create revision when it was agreed
 * @param timeline 0 when unknown
 */
record SwitchoverAim(MemberName leader, long reign, int timeline, Set<MemberName> acceptable) {
  static SwitchoverAim of(Switchover operation, Fence fence) {
    return new SwitchoverAim(
        new MemberName(fence.fact(FenceNames.LEADER)),
        Long.parseLong(fence.fact(FenceNames.REIGN)),
        Integer.parseInt(fence.fact(FenceNames.TIMELINE)),
        operation.successor().acceptable());
  }
}
