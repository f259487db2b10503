package dev.bascule.operation;

import dev.bascule.patroni.MemberName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A command as it would be run on a host.
 *
 * @param step which step it carries out
 * @param member the cluster's member that lives on the host
 * @param host the name by which people know the host
 * @param account who runs it there: the account that logs in, and the one it becomes, if another
 * @param argv program and arguments, one by one
 * @param environment what is set for it; never a secret
 * @param manifest what it reads from standard input, with each secret as a name in double braces;
 *     null for none
 */
public record HostCommand(
    StepKind step,
    MemberName member,
    String host,
    String account,
    List<String> argv,
    SortedMap<String, String> environment,
    @Nullable String manifest) {
  /** One without a manifest. */
  public HostCommand(
      StepKind step,
      MemberName member,
      String host,
      String account,
      List<String> argv,
      SortedMap<String, String> environment) {
    this(step, member, host, account, argv, environment, null);
  }

  /** Copies; refuses an empty command. */
  public HostCommand {
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command has at least a program");
    }
  }

  /** What it reads from standard input, line by line: the answers to what it asks. No secrets. */
  public List<String> answers() {
    return step == StepKind.REMOVE_CLUSTER ? List.of(argv.getLast(), "Yes I am aware") : List.of();
  }
}
