package dev.bascule.topology.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Links;
import java.util.Optional;

/** The page's first button: asks for a switchover, or says beside it why that can't be. */
final class SwitchoverButton {
  private final Button button = new Button();
  private final Div why = new Div();

  /**
   * @param ask what a click does
   */
  SwitchoverButton(Runnable ask) {
    button.setText(button.getTranslation("topology.cluster.ask"));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.addClickListener(click -> ask.run());
    why.addClassNames("secondary", "ask-why");
  }

  Button button() {
    return button;
  }

  Div why() {
    return why;
  }

  /** Follows the cluster. */
  void show(ClusterState state, Sight sight) {
    String reason = "";
    if (!state.conforming()) {
      reason = button.getTranslation("topology.cluster.ask.name");
    } else if (sight instanceof Sight.OutOfSight) {
      reason = button.getTranslation("topology.cluster.ask.blind");
    } else if (state.leader() == null) {
      reason = button.getTranslation("topology.cluster.ask.leaderless");
    }
    why.setText(reason);
    button.setEnabled(reason.isEmpty());
  }

  /** The address of the form. */
  static String link(ClusterId cluster, Optional<MemberName> candidate) {
    return "changes/new/switchover/"
        + Links.segment(cluster.dcs())
        + "/"
        + Links.segment(cluster.cluster())
        + candidate.map(name -> "?candidate=" + Links.query(name.value())).orElse("");
  }
}
