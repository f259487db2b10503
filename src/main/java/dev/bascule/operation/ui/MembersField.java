package dev.bascule.operation.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which members an operation is for, each with what it is now. */
final class MembersField extends CheckboxGroup<String> {
  private static final long serialVersionUID = 1L;

  /**
   * A field.
   *
   * @param wanted the members that are ticked at first
   */
  MembersField(Wording words, ClusterState state, Predicate<MemberView> wanted, Runnable changed) {
    setLabel(words.text("operation.page.new.members"));
    setItems(state.members().stream().map(member -> member.name().value()).toList());
    setItemLabelGenerator(name -> label(words, state, name));
    setValue(
        state.members().stream()
            .filter(wanted)
            .map(member -> member.name().value())
            .collect(Collectors.toSet()));
    addValueChangeListener(change -> changed.run());
  }

  private static String label(Wording words, ClusterState state, String name) {
    Optional<MemberView> member = state.member(new MemberName(name));
    String role =
        words.text(
            member.filter(one -> one.role().leads()).isPresent()
                ? "operation.page.new.members.leader"
                : "operation.page.new.members.replica");
    boolean pending = member.filter(MemberView::pendingRestart).isPresent();
    return name
        + " · "
        + role
        + (pending ? " · " + words.text("operation.page.new.members.pending") : "");
  }

  /** Ticks exactly these. */
  void tick(ClusterState state, Predicate<MemberView> wanted) {
    setValue(
        state.members().stream()
            .filter(wanted)
            .map(member -> member.name().value())
            .collect(Collectors.toSet()));
  }

  /** The ticked members, by name. */
  List<MemberName> members() {
    return getValue().stream().map(MemberName::new).sorted().toList();
  }
}
