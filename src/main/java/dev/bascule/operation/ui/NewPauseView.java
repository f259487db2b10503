package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Requests;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Asks that a cluster be paused, and until when. */
@Route("changes/new/pause/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewPauseView extends OperationView {
  private static final long serialVersionUID = 1L;
  private static final Duration USUAL = Duration.ofHours(2);

  private final transient Clock clock;
  private final DateTimePicker until = new DateTimePicker();
  private ZoneId zone = ZoneOffset.UTC;

  NewPauseView(Requests requests, Fleet fleet, CurrentActor actor, Clock clock) {
    super(OfferedOperation.PAUSE, requests, fleet, actor);
    this.clock = clock;
    until.setLabel(getTranslation("operation.page.new.pause.until"));
    until.addValueChangeListener(change -> rehearse());
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    zone = words.formats().zone();
    until.setHelperText(words.text("operation.page.new.pause.reminds", zone.getId()));
    until.setValue(
        clock.instant().plus(USUAL).atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS));
    return List.of(until);
  }

  /** A time that the clock shows twice is the later: the reminder is no earlier than meant. */
  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    var local = until.getValue();
    if (local == null) {
      return Optional.empty();
    }
    var at = local.truncatedTo(ChronoUnit.MINUTES).atZone(zone).withLaterOffsetAtOverlap();
    return Optional.of(new Pause(cluster, at.toInstant()));
  }
}
