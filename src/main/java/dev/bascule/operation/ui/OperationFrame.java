package dev.bascule.operation.ui;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestLine;
import dev.bascule.operation.Requests;
import dev.bascule.ui.Banner;
import dev.bascule.ui.BannerSource;
import dev.bascule.ui.MenuBadge;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/** What the changes put into the frame of every page: what waits for one, and exceptions. */
@Configuration(proxyBeanMethods = false)
@Lazy
class OperationFrame {
  @Bean
  MenuBadge waitingForMe(Requests requests, CurrentActor actor) {
    return new Waiting(requests, actor);
  }

  @Bean
  @Order(10)
  BannerSource openExceptions(Requests requests, CurrentActor actor) {
    return new Exceptions(requests, actor);
  }

  private static final class Waiting implements MenuBadge {
    private final CurrentActor actor;
    private final Remembered<Actor, Integer> counts;

    Waiting(Requests requests, CurrentActor actor) {
      this.actor = actor;
      this.counts = new Remembered<>(requests::waitingFor, 0);
      var _ = requests.watch(change -> counts.askAgain());
    }

    @Override
    public String path() {
      return "changes";
    }

    @Override
    public int count() {
      return actor.find().map(counts::get).orElse(0);
    }

    @Override
    public String key() {
      return "operation.page.waiting.badge";
    }

    @Override
    public Runnable watch(Runnable changed) {
      return counts.watch(changed);
    }
  }

  /** An exception is everybody's business until somebody else has reviewed it. */
  private static final class Exceptions implements BannerSource {
    private static final String ALL = "all";

    private final CurrentActor actor;
    private final Remembered<String, List<RequestLine>> open;

    Exceptions(Requests requests, CurrentActor actor) {
      this.actor = actor;
      this.open = new Remembered<>(all -> requests.openExceptions(), List.of());
      var _ = requests.watch(change -> open.askAgain());
    }

    @Override
    public List<Banner> banners() {
      return open.get(ALL).stream().map(this::banner).toList();
    }

    private Banner banner(RequestLine line) {
      var underWay = line.state().underWay() || line.state().waiting();
      return new Banner(
          "exception:" + line.id().value(),
          underWay ? Tone.CRITICAL : Tone.WARNING,
          underWay ? "operation.page.glass.banner.running" : "operation.page.glass.banner.review",
          List.of(line.cluster().cluster(), line.requesterName()),
          may(line) ? Optional.of(ChangeLinks.change(line.id())) : Optional.empty());
    }

    private boolean may(RequestLine line) {
      return actor
          .find()
          .filter((Actor who) -> who.may(Right.VIEW, line.environment()))
          .isPresent();
    }

    @Override
    public Runnable watch(Runnable changed) {
      return open.watch(changed);
    }
  }
}
