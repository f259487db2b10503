package dev.bascule.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.Pages;
import dev.bascule.topology.MemoryFleet;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The operations that a cluster's page offers. */
class OperationsMenuTest extends Pages {
  private static final String DCS = SampleCluster.ID.dcs();
  private final MemoryFleet fleet = new MemoryFleet();

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of();
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {
    // the menu needs nothing but the fleet
  }

  /** No key of the cluster changes then: only the DCS's sight tells. */
  @Test
  void refusesWithTheReasonFromTheMomentTheDcsIsOutOfSight() {
    fleet.show(SampleCluster.healthy().state());
    fleet.see(DCS, new Sight.InSight(SampleCluster.NOW, 1, Duration.ofMillis(3)));
    var menu = new OperationsMenu(fleet, SampleCluster.ID);
    UI.getCurrent().add(menu);
    assertThat(items(menu)).anyMatch(MenuItem::isEnabled);

    fleet.see(
        DCS,
        new Sight.OutOfSight(
            Sight.Blindness.CONSOLE_CUT_OFF, SampleCluster.NOW, SampleCluster.NOW, "TIMED_OUT"));
    until(() -> items(menu).stream().noneMatch(MenuItem::isEnabled));
    assertThat(items(menu))
        .allSatisfy(
            item ->
                assertThat(item.getElement().getTextRecursively())
                    .contains(text("operation.page.menu.why.blind")));

    fleet.see(DCS, new Sight.InSight(SampleCluster.NOW, 2, Duration.ofMillis(3)));
    until(() -> items(menu).stream().anyMatch(MenuItem::isEnabled));
  }

  private static List<MenuItem> items(OperationsMenu menu) {
    return menu.getItems().getFirst().getSubMenu().getItems();
  }
}
