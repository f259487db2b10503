package dev.bascule.topology.ui;

import com.vaadin.flow.component.UI;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Severity;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Banner;
import dev.bascule.ui.BannerSource;
import dev.bascule.ui.CommandSource;
import dev.bascule.ui.EnvironmentSource;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Problem;
import dev.bascule.ui.ProblemSource;
import dev.bascule.ui.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/**
 * What the fleet puts into the frame of every page: problems, banners, environments and what the
 * command palette finds.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class FleetFrame {
  @Bean
  ProblemSource fleetProblems(FleetDigest digest, Background background, Visible visible) {
    return new Problems(digest, background, visible);
  }

  @Bean
  @Order(0)
  BannerSource fleetBanners(
      Fleet fleet, FleetDigest digest, Background background, Visible visible) {
    return new Banners(fleet, digest, background, visible);
  }

  @Bean
  EnvironmentSource fleetEnvironments(FleetDigest digest, Background background, Visible visible) {
    return new Environments(digest, background, visible);
  }

  @Bean
  @Order(0)
  CommandSource fleetCommands(Fleet fleet, Background background, Visible visible) {
    return new Commands(fleet, background, visible);
  }

  private static Stream<FleetDigest.Entry> seen(
      FleetDigest digest, Background background, Visible visible) {
    Predicate<Optional<String>> may = visible.environments();
    return digest.entries().stream()
        .filter(entry -> may.test(background.kept(entry.cluster()).environmentName()));
  }

  private record Problems(FleetDigest digest, Background background, Visible visible)
      implements ProblemSource {
    @Override
    public List<Problem> problems(int limit) {
      return seen(digest, background, visible)
          .filter(FleetDigest.Entry::problem)
          .sorted(
              Comparator.comparing(
                      (FleetDigest.Entry entry) -> entry.severity().orElse(Severity.INFO))
                  .thenComparing(FleetDigest.Entry::cluster))
          .limit(limit)
          .map(this::problem)
          .toList();
    }

    private Problem problem(FleetDigest.Entry entry) {
      var first = entry.anomalies().getFirst();
      return new Problem(
          FleetRow.tone(first.severity()),
          entry.cluster().cluster(),
          background.kept(entry.cluster()).environmentName(),
          words().anomaly(first),
          Optional.empty(),
          ClusterTabs.link(entry.cluster()));
    }

    private static Words words() {
      UI ui = UI.getCurrent();
      return new Words(ui::getTranslation, Formats.of(ui));
    }

    @Override
    public Count count() {
      int[] counts = new int[2];
      seen(digest, background, visible)
          .filter(FleetDigest.Entry::problem)
          .forEach(
              entry -> {
                counts[0]++;
                if (entry.severity().filter(Severity.CRITICAL::equals).isPresent()) {
                  counts[1]++;
                }
              });
      return new Count(counts[0], counts[1]);
    }

    @Override
    public Runnable watch(Runnable changed) {
      return digest.watch(changed);
    }
  }

  private record Banners(Fleet fleet, FleetDigest digest, Background background, Visible visible)
      implements BannerSource {
    @Override
    public List<Banner> banners() {
      List<FleetDigest.Entry> entries = seen(digest, background, visible).toList();
      List<Banner> banners = new ArrayList<>();
      TreeSet<String> names = new TreeSet<>();
      entries.forEach(entry -> names.add(entry.cluster().dcs()));
      for (String dcs : names) {
        if (fleet.sight(dcs) instanceof Sight.OutOfSight(var kind, _, _, _)) {
          String key = "topology.banner." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
          banners.add(
              new Banner(
                  "dcs:" + dcs, tone(kind), key, List.of(dcs), Optional.of("infrastructure")));
        }
      }
      long paused = entries.stream().filter(FleetDigest.Entry::paused).count();
      if (paused > 0) {
        banners.add(
            new Banner(
                "paused",
                Tone.WARNING,
                "topology.banner.paused",
                List.of(paused),
                Optional.of("fleet?view=paused")));
      }
      return banners;
    }

    /** Whoever only can't look has no cluster in trouble. */
    private static Tone tone(Sight.Blindness kind) {
      return switch (kind) {
        case CONSOLE_CUT_OFF, UNKNOWN -> Tone.WARNING;
        case QUORUM_LOST, FAILSAFE_HOLDS -> Tone.CRITICAL;
      };
    }

    @Override
    public Runnable watch(Runnable changed) {
      Runnable first = digest.watch(changed);
      Runnable second = fleet.watchSight(new SightKinds(fleet, changed)::seen);
      return () -> {
        first.run();
        second.run();
      };
    }
  }

  /** Passes on only a sight of another kind, not each sign of life. */
  private static final class SightKinds {
    private final Fleet fleet;
    private final Runnable changed;
    private final Map<String, String> kinds = new java.util.concurrent.ConcurrentHashMap<>();

    SightKinds(Fleet fleet, Runnable changed) {
      this.fleet = fleet;
      this.changed = changed;
    }

    void seen(String dcs) {
      String kind =
          switch (fleet.sight(dcs)) {
            case Sight.InSight _ -> "in sight";
            case Sight.Connecting _ -> "connecting";
            case Sight.OutOfSight(var why, _, _, _) -> why.name();
          };
      if (!kind.equals(kinds.put(dcs, kind))) {
        changed.run();
      }
    }
  }

  private record Environments(FleetDigest digest, Background background, Visible visible)
      implements EnvironmentSource {
    @Override
    public List<Choice> environments() {
      Predicate<Optional<String>> may = visible.environments();
      return background.environments().stream()
          .filter(environment -> may.test(Optional.of(environment.name())))
          .map(this::choice)
          .toList();
    }

    private Choice choice(Background.Environment environment) {
      int clusters = 0;
      int problems = 0;
      for (FleetDigest.Entry entry : digest.entries()) {
        var name = background.kept(entry.cluster()).environmentName();
        if (name.filter(environment.name()::equals).isPresent()) {
          clusters++;
          problems += entry.problem() ? 1 : 0;
        }
      }
      return new Choice(
          environment.name(), environment.colour(), environment.production(), clusters, problems);
    }

    @Override
    public Runnable watch(Runnable changed) {
      return digest.watch(changed);
    }
  }

  private record Commands(Fleet fleet, Background background, Visible visible)
      implements CommandSource {
    @Override
    public List<Found> find(String text, int limit) {
      String wanted = text.toLowerCase(Locale.ROOT);
      Predicate<Optional<String>> may = visible.environments();
      List<Found> found = new ArrayList<>();
      fleet.all().stream()
          .filter(state -> may.test(background.kept(state.id()).environmentName()))
          .filter(
              state ->
                  state.id().cluster().toLowerCase(Locale.ROOT).contains(wanted)
                      || state.members().stream()
                          .anyMatch(
                              member ->
                                  !wanted.isEmpty()
                                      && member
                                          .name()
                                          .value()
                                          .toLowerCase(Locale.ROOT)
                                          .contains(wanted)))
          .map(state -> state.id())
          .sorted(byName(wanted))
          .limit(limit)
          .forEach(
              id ->
                  found.add(
                      new Found(id.cluster(), "topology.command.cluster", ClusterTabs.link(id))));
      return found;
    }

    /** Names that start with the text first. */
    private static Comparator<ClusterId> byName(String wanted) {
      return Comparator.comparing(
              (ClusterId id) -> !id.cluster().toLowerCase(Locale.ROOT).startsWith(wanted))
          .thenComparing(Comparator.naturalOrder());
    }
  }
}
