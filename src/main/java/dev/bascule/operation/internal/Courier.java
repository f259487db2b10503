package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.Fact;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.StepView;
import dev.bascule.operation.StepView.Progress;
import dev.bascule.operation.internal.StoredSteps.Step;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Manifest;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.JobSpec;
import dev.bascule.ssh.JobStart;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.Jobs;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import dev.bascule.ssh.StepId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends a step to the first of its hosts that takes it. The next host is tried only when it is
 * proven that the one before never got it; every attempt has an id of its own, on disk before the
 * first connection under it.
 */
@Component
final class Courier {
  private final Ground ground;
  private final Jobs jobs;
  private final StoredSteps steps;
  private final StoredClaims claims;
  private final Transitions transitions;
  private final Records records;
  private final ConsoleRun run;
  private final Clock clock;

  Courier(
      Ground ground,
      Jobs jobs,
      StoredSteps steps,
      StoredClaims claims,
      Transitions transitions,
      Records records,
      ConsoleRun run,
      Clock clock) {
    this.ground = ground;
    this.jobs = jobs;
    this.steps = steps;
    this.claims = claims;
    this.transitions = transitions;
    this.records = records;
    this.run = run;
    this.clock = clock;
  }

  /** A step as it is to be kept before it is sent. */
  Step prepared(Request request, UUID id, int ordinal, HostCommand command) {
    StepView view =
        new StepView(
            id,
            command.step(),
            command.host(),
            command.account(),
            command.argv(),
            Progress.PREPARED,
            null,
            clock.instant(),
            null,
            null);
    return new Step(view, request.id(), ordinal, command.member(), "");
  }

  /**
   * Sends.
   *
   * @param commands the same step on each of its hosts, in order; not empty
   * @param first already kept, for the first of them
   */
  Delivery deliver(Actor actor, Request request, List<HostCommand> commands, Step first) {
    Step step = first;
    Phrase why = Phrase.of("operation.delivery.no-host");
    for (int at = 0; at < commands.size(); at++) {
      HostCommand command = commands.get(at);
      if (at > 0) {
        step = keepNext(actor, request, step.ordinal() + 1, command);
      }
      Optional<SshTarget> target = ground.place(request.asked().operation(), command.member());
      if (target.isEmpty()) {
        why = Phrase.of("operation.delivery.no-address", Fact.text(command.host()));
        steps.progress(step.view().id(), Progress.REFUSED);
        continue;
      }
      Attempt attempt = attempt(request, command, step, target.get());
      switch (attempt) {
        case Attempt.Taken() -> {
          return new Delivery.Sent(step, target.get());
        }
        case Attempt.Refused(var progress, var reason) -> {
          steps.progress(step.view().id(), progress);
          why = Phrase.of("operation.delivery.refused", Fact.text(command.host()), reason);
        }
      }
    }
    return new Delivery.NothingSent(why);
  }

  /** One more attempt, kept with its intent before anything is sent. */
  private Step keepNext(Actor actor, Request request, int ordinal, HostCommand command) {
    Step step = prepared(request, UUID.randomUUID(), ordinal, command);
    transitions.inTransaction(
        () -> {
          keep(actor, request, step);
          return step;
        });
    records.force();
    return step;
  }

  /**
   * In the caller's transaction: the step's row, its id with the claim, and the intent.
   *
   * @throws ClaimLost when another run of the console took this one for gone
   */
  void keep(Actor actor, Request request, Step step) {
    steps.insert(step);
    if (!claims.nextStep(request.id(), step.view().id(), run.id())) {
      throw new ClaimLost(request.id());
    }
    records.write(
        actor,
        request,
        "sent",
        AuditResult.INTENT,
        "step",
        step.view().id().toString(),
        "kind",
        step.view().kind().name(),
        "host",
        step.view().host(),
        "account",
        step.view().account(),
        "argv",
        step.view().argv());
  }

  /** What one host did with it. */
  private sealed interface Attempt {
    /** It has it, or may have it. */
    record Taken() implements Attempt {}

    /** It is proven that it hasn't and won't. */
    record Refused(Progress progress, Fact reason) implements Attempt {}
  }

  private Attempt attempt(Request request, HostCommand command, Step step, SshTarget target) {
    StepId id = new StepId(step.view().id().toString());
    JobSpec spec;
    try {
      spec = spec(request, command, target);
      jobs.install(target);
    } catch (SshFailure e) {
      // the step itself was not sent: only questions were
      return new Attempt.Refused(Progress.REFUSED, trouble(e.trouble().name()));
    }
    Failpoints.BEFORE_START.pass();
    JobStart start = jobs.start(target, id, spec);
    Failpoints.AFTER_START.pass();
    return switch (start) {
      case JobStart.Started() -> new Attempt.Taken();
      case JobStart.AlreadyThere(var state) -> new Attempt.Taken();
      // the host looked at the instance and refused: it will not be better elsewhere
      case JobStart.Refused(var why) -> new Attempt.Taken();
      case JobStart.NothingSent(var trouble, var why) ->
          new Attempt.Refused(Progress.REFUSED, trouble(trouble.name()));
      case JobStart.Unknown(var trouble, var why) -> prove(target, id, trouble.name());
    };
  }

  /** The connection was cut while it was sent: only the host can say. */
  private Attempt prove(SshTarget target, StepId id, String trouble) {
    try {
      return jobs.proveVoid(target, id) instanceof JobState.Voided
          ? new Attempt.Refused(Progress.VOID, trouble(trouble))
          : new Attempt.Taken();
    } catch (SshFailure e) {
      return new Attempt.Taken();
    }
  }

  private static Fact trouble(String code) {
    return Fact.words("operation.trouble." + code);
  }

  private JobSpec spec(Request request, HostCommand command, SshTarget target) throws SshFailure {
    if (request.asked().operation() instanceof AddMember add) {
      return newInstance(add, command);
    }
    return command.step() == StepKind.REMOVE_CLUSTER
        ? withoutInstance(request, command)
        : ofInstance(
            request, command, ground.environment(target, request.cluster(), command.member()));
  }

  /** The instance is gone; what is kept of it must still be of this cluster and this member. */
  private static JobSpec withoutInstance(Request request, HostCommand command) {
    return new JobSpec(
        new Argv(command.argv()),
        command.environment(),
        input(command),
        new JobSpec.Guard(
            command.environment().getOrDefault("PATRONICTL_CONFIG_FILE", ""),
            request.cluster().cluster(),
            command.member().value(),
            null,
            null),
        Conduct.of(request.asked().operation()).limit(command.step()),
        List.of(),
        command.step().secluded());
  }

  /**
   * There is no instance to compare yet: that there is none was just seen. The passwords come from
   * the member that lends them and go to standard input, and nowhere else.
   */
  private JobSpec newInstance(AddMember add, HostCommand command) throws SshFailure {
    Kinship kinship = ground.kinship(add.cluster(), add.model());
    try {
      return new JobSpec(
          new Argv(command.argv()),
          command.environment(),
          Manifest.filled(Objects.requireNonNull(command.manifest()), kinship.secrets())
              .getBytes(StandardCharsets.UTF_8),
          null,
          Conduct.of(add).limit(command.step()),
          List.copyOf(kinship.secrets().values()),
          command.step().secluded());
    } catch (IllegalArgumentException e) {
      throw new SshFailure(
          SshTrouble.OTHER, true, "the passwords of " + add.model() + " can't be used", null);
    }
  }

  private static byte[] input(HostCommand command) {
    return command.answers().stream()
        .map(answer -> answer + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JobSpec ofInstance(Request request, HostCommand command, InstanceEnv environment) {
    return new JobSpec(
        new Argv(command.argv()),
        environment.withoutSecrets(),
        input(command),
        new JobSpec.Guard(
            environment.configFile().orElse(""),
            request.cluster().cluster(),
            command.member().value(),
            environment.dataDirectory().orElse(""),
            request.asked().fence().fact(FenceNames.SYSTEM_IDENTIFIER)),
        Conduct.of(request.asked().operation()).limit(command.step()),
        environment.password().map(List::of).orElse(List.of()),
        command.step().secluded());
  }
}
