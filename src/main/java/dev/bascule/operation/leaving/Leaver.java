package dev.bascule.operation.leaving;

import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A member that is to leave, and what it is to its cluster. */
record Leaver(MemberName name, ClusterState state) {
  /** The name of the fact that says what the member is, and whether others are there. */
  static final String MEMBER = "leaving-member";

  Optional<MemberView> view() {
    return state.member(name);
  }

  boolean seen() {
    return view().filter(MemberView::seen).isPresent();
  }

  /**
   * Whether it is there and doesn't say that it was stopped: its key outlives it by some seconds.
   */
  boolean runs() {
    return view().filter(MemberView::seen).filter(one -> !stopped(one)).isPresent();
  }

  static boolean stopped(MemberView view) {
    return view.published().state().equals("stopped");
  }

  boolean leads() {
    var leader = state.leader();
    return leader != null && leader.name().equals(name);
  }

  /** Whether no other member is there. */
  boolean alone() {
    return others(MemberView::seen).isEmpty();
  }

  List<MemberName> others(Predicate<MemberView> such) {
    return state.members().stream()
        .filter(view -> !view.name().equals(name))
        .filter(such)
        .map(MemberView::name)
        .toList();
  }

  /** Who could take over by itself, by Patroni's rules. */
  List<MemberName> heirs() {
    return state.wayOut().candidates().stream()
        .filter(CandidateVerdict::can)
        .map(CandidateVerdict::member)
        .filter(other -> !other.equals(name))
        .toList();
  }

  /** Whether every commit waits for it alone. */
  boolean onlySynchronous() {
    var sync = state.sync();
    return sync != null
        && state.config().synchronous() != SynchronousMode.OFF
        && sync.contains(name)
        && !leads()
        && others(view -> sync.contains(view.name()) && !view.role().leads()).isEmpty();
  }

  /** What an agreement depends on: who leads only when it does. */
  LinkedHashMap<String, String> fence() {
    var facts = new LinkedHashMap<String, String>();
    if (leads()) {
      FenceNames.addLeader(facts, state);
    } else {
      facts.put(FenceNames.SYSTEM_IDENTIFIER, state.systemIdentifier());
    }
    String is = !runs() ? "absent" : leads() ? "leader" : "replica";
    facts.put(MEMBER, name.value() + " (" + is + (alone() ? ", alone)" : ")"));
    return facts;
  }

  static Fact fact(List<MemberName> names) {
    return names.isEmpty()
        ? Fact.words("operation.value.none")
        : Fact.text(names.stream().map(MemberName::value).collect(Collectors.joining(", ")));
  }
}
