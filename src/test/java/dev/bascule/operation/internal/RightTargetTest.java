package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.ssh.JobSpec;
import dev.bascule.support.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Invariant 10: what the host is told to compare with, and what its refusal means. */
class RightTargetTest {
  private final World world = new World(Database.H2.fresh());

  @Test
  void everyStepNamesTheInstanceThatThePlanMeans() {
    List<JobSpec.Guard> guards = new ArrayList<>();
    world.hosts.program(
        step -> {
          guards.add(Objects.requireNonNull(step.spec.guard()));
          world.cluster.ledBy("srv-pg2", 2_000);
          world.show();
          world.hosts.finish(step, 0, "Successfully switched over to \"srv-pg2\"\n");
        });
    world.start(world.agreed(SampleCluster.to("srv-pg2")));
    assertThat(guards)
        .containsExactly(
            new JobSpec.Guard(
                "/etc/patroni/17-main.yaml",
                "maincluster",
                "srv-pg1",
                "/pgdata/17/main",
                "7711236848557838613"));
  }

  @Test
  void aHostThatFindsAnotherInstanceRunsNothingAndNoOtherHostIsTried() {
    world.hosts.guardRefuses("the system identifier here is 1, not 7711236848557838613");
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.view(id).steps()).hasSize(1);
    assertThat(world.state(id)).isEqualTo(RequestState.FAILED);
    assertThat(world.outcome(id)).isEqualTo("operation.outcome.switchover.wrong-target");
  }
}
