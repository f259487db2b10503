package dev.bascule.operation.internal;

import dev.bascule.operation.RequestChanged;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells open pages and other rooms that a request moved on, after it was kept. */
@Component
final class RequestNews {
  private static final Logger log = LoggerFactory.getLogger(RequestNews.class);

  private final List<Consumer<RequestChanged>> listeners = new CopyOnWriteArrayList<>();
  private final ApplicationEventPublisher publisher;

  RequestNews(ApplicationEventPublisher publisher) {
    this.publisher = publisher;
  }

  Runnable watch(Consumer<RequestChanged> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** It moved on. */
  void changed(Request request) {
    RequestChanged change = new RequestChanged(request.id(), request.cluster(), request.state());
    tell(change);
    publisher.publishEvent(change);
  }

  /** More is known of it, such as more output: for open pages only. */
  void grew(RequestChanged change) {
    tell(change);
  }

  private void tell(RequestChanged change) {
    for (Consumer<RequestChanged> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        log.warn("A listener failed on request {}", change.id(), e);
      }
    }
  }
}
