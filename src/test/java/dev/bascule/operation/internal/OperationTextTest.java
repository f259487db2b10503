package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.AddMember;
import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Reload;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Resume;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form in which an operation was ever kept, letter by letter: it can be read for ever. */
class OperationTextTest {
  private static final String WHERE = "\"dcs\":\"lab\",\"cluster\":\"maincluster\"";

  static Stream<Arguments> kept() {
    return Stream.of(
        Arguments.of(
            "switchover",
            "{" + WHERE + ",\"candidate\":\"srv-pg2\",\"checkpointFirst\":false}",
            SampleCluster.to("srv-pg2")),
        Arguments.of(
            "switchover",
            "{" + WHERE + ",\"anyOf\":[\"srv-pg2\",\"srv-pg3\"],\"checkpointFirst\":false}",
            SampleCluster.toAnyOf("srv-pg2", "srv-pg3")),
        Arguments.of(
            "switchover",
            "{"
                + WHERE
                + ",\"candidate\":\"srv-pg2\",\"checkpointFirst\":true,"
                + "\"at\":\"2026-11-24T01:30:00Z\",\"zone\":\"Europe/Paris\",\"keeper\":\"BASCULE\"}",
            new Switchover(
                SampleCluster.ID,
                new Successor.Named(new MemberName("srv-pg2")),
                new Timing.At(
                    Instant.parse("2026-11-24T01:30:00Z"),
                    ZoneId.of("Europe/Paris"),
                    Timing.Keeper.BASCULE),
                true)),
        Arguments.of(
            "switchover-cancel",
            "{" + WHERE + "}",
            new CancelScheduledSwitchover(SampleCluster.ID)),
        Arguments.of(
            "pause",
            "{" + WHERE + ",\"until\":\"2026-11-23T04:00:00Z\"}",
            new Pause(SampleCluster.ID, Instant.parse("2026-11-23T04:00:00Z"))),
        Arguments.of("resume", "{" + WHERE + "}", new Resume(SampleCluster.ID)),
        Arguments.of(
            "failover",
            "{" + WHERE + ",\"candidate\":\"srv-pg2\"}",
            new Failover(SampleCluster.ID, new MemberName("srv-pg2"))),
        Arguments.of(
            "fencing",
            "{" + WHERE + ",\"member\":\"srv-pg1\"}",
            new Fencing(SampleCluster.ID, new MemberName("srv-pg1"))),
        Arguments.of(
            "instance-stop",
            "{" + WHERE + ",\"member\":\"srv-pg3\"}",
            new StopInstance(SampleCluster.ID, new MemberName("srv-pg3"))),
        Arguments.of(
            "instance-start",
            "{" + WHERE + ",\"member\":\"srv-pg3\"}",
            new StartInstance(SampleCluster.ID, new MemberName("srv-pg3"))),
        Arguments.of(
            "instance-drop",
            "{" + WHERE + ",\"member\":\"srv-pg3\"}",
            new DropInstance(SampleCluster.ID, new MemberName("srv-pg3"))),
        Arguments.of(
            "member-add",
            "{"
                + WHERE
                + ",\"member\":\"srv-pg4\",\"host\":\"host4\",\"instance\":\"15/main\",\"port\":5432,"
                + "\"address\":\"10.77.0.14\",\"apiPort\":8008,\"model\":\"srv-pg1\",\"limitSeconds\":3600}",
            new AddMember(
                SampleCluster.ID,
                new MemberName("srv-pg4"),
                "host4",
                new InstanceName("15", "main"),
                5432,
                "10.77.0.14",
                8008,
                new MemberName("srv-pg1"),
                Duration.ofHours(1))),
        Arguments.of(
            "cluster-remove",
            "{" + WHERE + ",\"keeper\":\"srv-pg1\"}",
            new RemoveCluster(SampleCluster.ID, new MemberName("srv-pg1"))),
        Arguments.of(
            "reload",
            "{" + WHERE + ",\"members\":[\"srv-pg1\",\"srv-pg2\"]}",
            new Reload(SampleCluster.ID, names("srv-pg2", "srv-pg1"))),
        Arguments.of(
            "restart",
            "{" + WHERE + ",\"members\":[\"srv-pg2\"],\"onlyPending\":false}",
            new Restart(
                SampleCluster.ID, names("srv-pg2"), false, null, null, new Timing.OnCommand())),
        Arguments.of(
            "restart",
            "{"
                + WHERE
                + ",\"members\":[\"srv-pg2\"],\"onlyPending\":true,\"olderThan\":\"15.4\","
                + "\"timeoutSeconds\":90,\"at\":\"2026-11-24T01:30:00Z\","
                + "\"zone\":\"Europe/Paris\",\"keeper\":\"BASCULE\"}",
            new Restart(
                SampleCluster.ID,
                names("srv-pg2"),
                true,
                "15.4",
                Duration.ofSeconds(90),
                new Timing.At(
                    Instant.parse("2026-11-24T01:30:00Z"),
                    ZoneId.of("Europe/Paris"),
                    Timing.Keeper.BASCULE))),
        Arguments.of(
            "restart-cancel",
            "{" + WHERE + ",\"members\":[\"srv-pg3\"]}",
            new CancelScheduledRestart(SampleCluster.ID, names("srv-pg3"))),
        Arguments.of(
            "reinitialize",
            "{" + WHERE + ",\"member\":\"srv-pg3\",\"fromLeader\":true}",
            new Reinitialize(SampleCluster.ID, new MemberName("srv-pg3"), true)));
  }

  private static List<MemberName> names(String... names) {
    return Stream.of(names).map(MemberName::new).toList();
  }

  @ParameterizedTest
  @MethodSource("kept")
  void readsWhatWasKeptAndKeepsItTheSame(String kind, String json, Operation operation) {
    assertThat(new OperationText(kind, 1, json).read()).isEqualTo(operation);
    assertThat(OperationText.of(operation)).isEqualTo(new OperationText(kind, 1, json));
  }

  @Test
  void refusesAFormFromANewerBascule() {
    assertThatThrownBy(() -> new OperationText("pause", 2, "{" + WHERE + "}").read())
        .hasMessageContaining("newer Bascule");
  }
}
