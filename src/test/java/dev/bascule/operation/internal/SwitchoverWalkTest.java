package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.StepView;
import dev.bascule.support.Database;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A switchover from asking to its report. */
@ParameterizedClass
@EnumSource
class SwitchoverWalkTest {
  private final World world;

  SwitchoverWalkTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  private RequestId done() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    return id;
  }

  @Test
  void asksAgreesStartsAndSucceeds() {
    RequestId id = world.asked(SampleCluster.to("srv-pg2"));
    assertThat(world.state(id)).isEqualTo(RequestState.REQUESTED);
    world.agree(id);
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(world.hosts.executed()).isEmpty();
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.executed())
        .containsExactly(
            "srv-pg1: patronictl switchover maincluster --leader srv-pg1 --candidate srv-pg2"
                + " --force");
    assertThat(world.claims()).isZero();
  }

  @Test
  void keepsTheSheetOfEachMoment() {
    assertThat(world.view(done()).sheets())
        .containsOnlyKeys(Moment.ASKED, Moment.AGREED, Moment.STARTED);
  }

  @Test
  void reportsWhatWasMeasured() {
    Report report = Objects.requireNonNull(world.view(done()).report());
    assertThat(report.interruption()).isEqualTo(Duration.ofMillis(1_512));
    assertThat(report.timelineBefore()).isEqualTo(5);
    assertThat(report.timelineAfter()).isEqualTo(6);
    assertThat(report.oldLeaderBack()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    assertThat(report.programSaid()).isEqualTo("Successfully switched over to \"srv-pg2\"");
  }

  @Test
  void theNextSheetExpectsWhatWasMeasured() {
    done();
    var plan = world.console.desk.rehearse(world.dana, SampleCluster.to("srv-pg3"));
    assertThat(plan.sheet().interruptions().count()).isEqualTo(1);
    assertThat(plan.sheet().interruptions().median()).isEqualTo(Duration.ofMillis(1_512));
  }

  @Test
  void keepsTheTranscriptWithExitCodeAndTimes() {
    RequestId id = done();
    RequestView view = world.view(id);
    assertThat(view.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.progress()).isEqualTo(StepView.Progress.FINISHED);
              assertThat(step.exit()).isZero();
              assertThat(step.endedAt()).isNotNull();
            });
    assertThat(world.console.desk.transcript(world.dana, id, view.steps().getFirst().id(), 1, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains("Successfully switched over"));
  }

  @Test
  void leavesAnEntryBeforeEachEffectAndOneAfterIt() {
    done();
    assertThat(world.audit.actions())
        .containsExactly(
            "switchover.requested",
            "switchover.approved",
            "switchover.sent",
            "switchover.succeeded");
    assertThat(world.audit.lines.get(2).result()).isEqualTo(AuditResult.INTENT);
    assertThat(world.audit.lines.get(3).result()).isEqualTo(AuditResult.DONE);
    assertThat(world.audit.forced()).isPositive();
  }

  @Test
  void tellsTheClustersHistoryWhoseItWas() {
    RequestId id = done();
    assertThat(world.attributions)
        .singleElement()
        .satisfies(
            attribution -> {
              assertThat(attribution.changeId()).isEqualTo(id.toString());
              assertThat(attribution.actor()).isEqualTo("dana");
              assertThat(attribution.reason()).isEqualTo("kernel update on srv-pg1");
            });
  }

  @Test
  void followsNothingAnyMoreWhenItIsOver() {
    done();
    assertThat(world.fleet.listeners()).isZero();
  }
}
