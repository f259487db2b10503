package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.Audience;
import dev.bascule.operation.Audience.LongTransaction;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.LeaderSql;
import dev.bascule.operation.planning.Questions;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.DataSpace;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.KeptConfigurations;
import dev.bascule.pglift.Pglift;
import dev.bascule.pglift.Psql;
import dev.bascule.pglift.ServerFacts;
import dev.bascule.pglift.Sessions;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks hosts what could be run there, and the leader's PostgreSQL who is on it. */
@Component
final class HostQuestions {
  private static final Logger log = LoggerFactory.getLogger(HostQuestions.class);

  private final Ground ground;
  private final Hosts hosts;
  private final Psql psql;
  private final DataSpace space;
  private final Pglift pglift;
  private final KeptConfigurations configurations;
  private final Newcomers newcomers;
  private final Clock clock;

  HostQuestions(
      Ground ground,
      Hosts hosts,
      Psql psql,
      DataSpace space,
      Pglift pglift,
      KeptConfigurations configurations,
      Newcomers newcomers,
      Clock clock) {
    this.ground = ground;
    this.hosts = hosts;
    this.psql = psql;
    this.space = space;
    this.pglift = pglift;
    this.configurations = configurations;
    this.newcomers = newcomers;
    this.clock = clock;
  }

  /**
   * Whether and how a command of the cluster could be run on a member's host. A host that doesn't
   * answer now still counts as long as its instance is known: whether it takes the command is seen
   * when it is sent.
   */
  Optional<Runner> runner(ClusterId cluster, MemberName member) {
    if (ground.address(cluster, member).isEmpty()) {
      return Optional.empty();
    }
    return hosts
        .instance(cluster, member)
        .map(
            instance -> {
              HostRecord host = instance.host();
              var environment = new TreeMap<String, String>();
              String config = instance.instance().configFile();
              if (config != null) {
                environment.put("PATRONICTL_CONFIG_FILE", config);
              }
              return new Runner(
                  member,
                  host.name(),
                  account(host.target()),
                  instance.instance().name(),
                  environment);
            });
  }

  static String account(SshTarget target) {
    return target.owner() == null ? target.account() : target.account() + " → " + target.runsAs();
  }

  /**
   * What a member's host says; empty when it can't be asked.
   *
   * @param questions of all members
   */
  Optional<HostAnswer> answer(ClusterId cluster, MemberName member, Questions questions) {
    AddMember newcomer = questions.newcomer();
    if (newcomer != null && questions.isNew(member)) {
      return newcomers.answer(newcomer, questions.disks().isEmpty());
    }
    Optional<SshTarget> target = ground.address(cluster, member);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Instance> instances =
        questions.instances().contains(member) ? instances(target.get()) : null;
    boolean server = questions.hosts().contains(member);
    boolean room = questions.disks().contains(member);
    if (!server && !room) {
      return Optional.of(
          new HostAnswer(
              null,
              null,
              instances,
              questions.kept().contains(member) ? kept(cluster, member) : null,
              clock.instant()));
    }
    InstanceEnv environment;
    try {
      environment = ground.environment(target.get(), cluster, member);
    } catch (SshFailure e) {
      log.info("The host of {} could not be asked: {}", member, e.getMessage());
      return Optional.empty();
    }
    return Optional.of(
        new HostAnswer(
            server ? loadedAt(target.get(), environment) : null,
            room ? disk(target.get(), environment) : null,
            instances,
            null,
            null,
            newcomer != null && newcomer.model().equals(member)
                ? newcomers.kinship(newcomer)
                : null,
            clock.instant()));
  }

  private HostAnswer.@Nullable Kept kept(ClusterId cluster, MemberName member) {
    Optional<HostRecord> host = hosts.hostOf(cluster, member);
    Optional<String> settings = host.flatMap(it -> hosts.facts(it.id())).map(HostFacts::settings);
    if (host.isEmpty() || settings.isEmpty()) {
      return null;
    }
    SshTarget target = host.get().target();
    try {
      return new HostAnswer.Kept(
          host.get().name(),
          account(target),
          configurations.of(target, settings.get(), cluster.cluster(), member.value()));
    } catch (SshFailure e) {
      log.info("{} could not be asked for what is kept: {}", target, e.getMessage());
      return null;
    }
  }

  private @Nullable List<Instance> instances(SshTarget target) {
    try {
      return pglift.instances(target);
    } catch (SshFailure e) {
      log.info("pglift on {} could not be asked: {}", target, e.getMessage());
      return null;
    }
  }

  private @Nullable Instant loadedAt(SshTarget target, InstanceEnv environment) {
    try {
      return psql.configurationLoadedAt(target, environment);
    } catch (SshFailure e) {
      log.info("PostgreSQL on {} could not be asked: {}", target, e.getMessage());
      return null;
    }
  }

  private HostAnswer.@Nullable Disk disk(SshTarget target, InstanceEnv environment) {
    try {
      DataSpace.Room room = space.room(target, environment);
      return new HostAnswer.Disk(room.used(), room.free());
    } catch (SshFailure e) {
      log.info("The room on {} could not be asked: {}", target, e.getMessage());
      return null;
    }
  }

  LeaderSql sql(ClusterId cluster, MemberName leader) {
    Optional<SshTarget> target = ground.address(cluster, leader);
    if (target.isEmpty()) {
      return LeaderSql.UNKNOWN;
    }
    try {
      InstanceEnv environment = ground.environment(target.get(), cluster, leader);
      Sessions sessions = psql.sessions(target.get(), environment);
      ServerFacts facts = psql.facts(target.get(), environment);
      return new LeaderSql(
          audience(sessions, clock.instant()), facts.checksums(), facts.walLogHints());
    } catch (SshFailure e) {
      log.info("PostgreSQL of {} could not be asked: {}", leader, e.getMessage());
      return LeaderSql.UNKNOWN;
    }
  }

  private static Audience audience(Sessions sessions, Instant at) {
    Map<String, Audience.Sessions> applications =
        sessions.applications().stream()
            .collect(
                Collectors.toMap(
                    Sessions.Application::name,
                    one -> new Audience.Sessions(one.name(), one.sessions(), one.active()),
                    (one, other) ->
                        new Audience.Sessions(
                            one.application(),
                            one.total() + other.total(),
                            one.active() + other.active()),
                    TreeMap::new));
    return new Audience(
        true,
        applications.values().stream()
            .sorted((one, other) -> Integer.compare(other.total(), one.total()))
            .toList(),
        sessions.longest().stream()
            .map(
                open ->
                    new LongTransaction(open.pid(), open.application(), open.user(), open.age()))
            .toList(),
        sessions.prepared(),
        sessions.backups(),
        at);
  }
}
