package dev.bascule.operation.planning;

import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Sheet;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known when an outcome is to be decided.
 *
 * @param state read from the DCS after {@code job} was known; null when the DCS couldn't be asked
 * @param answers by member: what its Patroni said just now; members that were not asked are missing
 * @param hosts by member: what its host said just now; hosts that were not asked are missing
 * @param begun the sheet that was made just before it was sent: what was then; null when none is
 *     kept
 * @param looking for how long has been looked
 */
public record Evidence(
    Job job,
    @Nullable ClusterState state,
    Map<MemberName, MemberAnswer> answers,
    Map<MemberName, HostAnswer> hosts,
    @Nullable Sheet begun,
    Duration looking,
    Patience patience) {
  /** Copies. */
  public Evidence {
    answers = Map.copyOf(answers);
    hosts = Map.copyOf(hosts);
  }

  /** When the DCS says it all. */
  public Evidence(Job job, @Nullable ClusterState state, Duration looking, Patience patience) {
    this(job, state, Map.of(), Map.of(), null, looking, patience);
  }

  /** Whether it has been looked for so long. */
  public boolean over(Duration patience) {
    return looking.compareTo(patience) >= 0;
  }

  /** What a member answered just now, if it did. */
  public Optional<MemberAnswer.Answered> answered(MemberName member) {
    return answers.get(member) instanceof MemberAnswer.Answered answered
        ? Optional.of(answered)
        : Optional.empty();
  }

  /** What a check found of each member just before it was sent, in the members' order. */
  public SequencedMap<MemberName, Fact> before(String code) {
    var found = new TreeMap<MemberName, Fact>();
    Sheet sheet = begun;
    if (sheet != null) {
      sheet.checks().stream()
          .filter(check -> check.code().equals(code) && !check.subject().isEmpty())
          .forEach(check -> found.put(new MemberName(check.subject()), check.value()));
    }
    return found;
  }

  /** What a check of a member found just before it was sent, if it was looked at. */
  public Optional<Fact> before(String code, MemberName member) {
    Sheet sheet = begun;
    return sheet == null
        ? Optional.empty()
        : sheet.checks().stream()
            .filter(check -> check.code().equals(code) && check.subject().equals(member.value()))
            .map(Check::value)
            .findFirst();
  }

  /** What is known of the program on the host. */
  public sealed interface Job {
    /** Proven: nothing was sent to any host, and nothing can run any more. */
    record NothingSent() implements Job {}

    /** Proven: the wrapper on the host found another instance than the plan's and ran nothing. */
    record WrongTarget(String said) implements Job {}

    /** It runs. */
    record Running() implements Job {}

    /**
     * It ended.
     *
     * @param said its answer
     */
    record Finished(int exit, ProgramAnswer said) implements Job {}

    /**
     * Nobody can tell whether it ran to its end: it was begun without a trace of its start, or the
     * host was started anew meanwhile.
     */
    record Lost(String reason) implements Job {}

    /** The host can't be asked. */
    record NotAsked(String trouble) implements Job {}
  }
}
