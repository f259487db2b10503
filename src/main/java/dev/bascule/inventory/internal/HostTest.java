package dev.bascule.inventory.internal;

import dev.bascule.inventory.HostCheck;
import dev.bascule.inventory.HostCheck.Kind;
import dev.bascule.inventory.HostCheck.Step;
import dev.bascule.inventory.HostRecord;
import dev.bascule.pglift.Pglift;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a host step by step, so that what is wrong has a name. */
@Component
final class HostTest {
  private static final int LONGEST_DETAIL = 500;
  private static final Argv WHO = Argv.of("id", "-un");

  private final Ssh ssh;
  private final Pglift pglift;
  private final Clock clock;

  HostTest(Ssh ssh, Pglift pglift, Clock clock) {
    this.ssh = ssh;
    this.pglift = pglift;
    this.clock = clock;
  }

  /** One step's work: what was found, or why it failed. */
  private interface Work {
    String find() throws SshFailure, NotSo;
  }

  /** The host answered, and not as it should. */
  private static final class NotSo extends Exception {
    private static final long serialVersionUID = 1L;
    private final @Nullable SshTrouble trouble;

    NotSo(@Nullable SshTrouble trouble, String detail) {
      super(detail);
      this.trouble = trouble;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  HostCheck run(HostRecord host, Consumer<SshFailure> failed) {
    var target = host.target();
    var steps = new ArrayList<Step>();
    for (var kind : Kind.values()) {
      var step =
          switch (kind) {
            case HOST_KEY -> step(kind, () -> key(host), failed);
            case LOGIN -> step(kind, () -> who(login(target)), failed);
            case OWNER -> step(kind, () -> who(target), failed);
            case PGLIFT -> step(kind, () -> version(target), failed);
          };
      steps.add(step);
      if (!step.works()) {
        break;
      }
    }
    return new HostCheck(clock.instant(), steps);
  }

  private Step step(Kind kind, Work work, Consumer<SshFailure> failed) {
    var started = System.nanoTime();
    try {
      var found = Texts.cut(work.find(), LONGEST_DETAIL);
      return new Step(kind, true, null, found, since(started));
    } catch (SshFailure e) {
      failed.accept(e);
      var presented = e.presented();
      var detail = presented == null ? String.valueOf(e.getMessage()) : presented;
      return new Step(kind, false, e.trouble(), Texts.cut(detail, LONGEST_DETAIL), since(started));
    } catch (NotSo e) {
      return new Step(
          kind, false, e.trouble, Texts.cut(e.detail(), LONGEST_DETAIL), since(started));
    }
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private String key(HostRecord host) throws SshFailure, NotSo {
    HostKey shown = ssh.scan(host.address().value(), host.draft().port());
    var confirmed = host.target().fingerprints();
    if (confirmed.isEmpty()) {
      throw new NotSo(SshTrouble.HOST_KEY_UNKNOWN, shown.fingerprint());
    }
    if (!confirmed.contains(shown.fingerprint())) {
      throw new SshFailure(
          SshTrouble.HOST_KEY_CHANGED,
          true,
          "the host shows another key than the confirmed one",
          null,
          shown.fingerprint());
    }
    return shown.fingerprint();
  }

  /** Without becoming anybody else. */
  private static SshTarget login(SshTarget target) {
    return new SshTarget(
        target.host(), target.port(), target.account(), null, target.fingerprints());
  }

  private String who(SshTarget target) throws SshFailure, NotSo {
    var result = ssh.exec(target, WHO, ExecLimits.SHORT);
    var name = result.stdout().strip();
    if (!result.ok()) {
      throw new NotSo(SshTrouble.OTHER, result.stderr().strip());
    }
    if (!name.equals(target.runsAs())) {
      throw new NotSo(SshTrouble.OTHER, name);
    }
    return name;
  }

  private String version(SshTarget target) throws SshFailure, NotSo {
    var probe = pglift.probe(target);
    var version = probe.pgliftVersion();
    if (version == null) {
      var trouble = probe.trouble();
      throw new NotSo(null, trouble == null ? "" : trouble);
    }
    return version;
  }
}
