package dev.bascule.operation.internal;

import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Pglift;
import dev.bascule.pglift.Vacancies;
import dev.bascule.pglift.Vacancy;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks about a member that isn't there yet. */
@Component
final class Newcomers {
  private static final Logger log = LoggerFactory.getLogger(Newcomers.class);

  private final Ground ground;
  private final Hosts hosts;
  private final Vacancies vacancies;
  private final Pglift pglift;
  private final Clock clock;

  Newcomers(Ground ground, Hosts hosts, Vacancies vacancies, Pglift pglift, Clock clock) {
    this.ground = ground;
    this.hosts = hosts;
    this.vacancies = vacancies;
    this.pglift = pglift;
    this.clock = clock;
  }

  /**
   * What its host says; empty when it can't be asked.
   *
   * @param listOnly whether only pglift's instances matter: when it is judged
   */
  Optional<HostAnswer> answer(AddMember operation, boolean listOnly) {
    Optional<HostRecord> host = hosts.find(operation.host());
    Optional<SshTarget> target = ground.named(operation.host());
    if (host.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (listOnly) {
        return Optional.of(HostAnswer.having(pglift.instances(target.get()), clock.instant()));
      }
      Vacancy vacancy =
          vacancies.look(
              target.get(), operation.instance(), List.of(operation.port(), operation.apiPort()));
      return Optional.of(
          new HostAnswer(
              null,
              null,
              vacancy.instances(),
              null,
              new HostAnswer.Place(host.get().name(), HostQuestions.account(target.get()), vacancy),
              null,
              clock.instant()));
    } catch (SshFailure e) {
      log.info("{} could not be asked for a place: {}", target.get(), e.getMessage());
      hosts.failed(target.get(), e);
      return Optional.empty();
    }
  }

  /** What it takes over, without secrets; null when it can't be read. */
  @Nullable Kinship kinship(AddMember operation) {
    try {
      return ground.kinship(operation.cluster(), operation.model()).blank();
    } catch (SshFailure e) {
      log.info("What {} has can't be read: {}", operation.model(), e.getMessage());
      return null;
    }
  }
}
