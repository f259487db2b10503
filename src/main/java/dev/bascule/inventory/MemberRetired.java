package dev.bascule.inventory;

import dev.bascule.patroni.MemberName;

/** A person ended a member being expected. Published after it was kept. */
public record MemberRetired(ClusterId cluster, MemberName member) {}
