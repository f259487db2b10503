package dev.bascule.access.ui;

import dev.bascule.ui.EnvironmentSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The environments that there are, as far as the person of this thread may see them. */
@Component
final class Environments {
  private final ObjectProvider<EnvironmentSource> sources;

  Environments(ObjectProvider<EnvironmentSource> sources) {
    this.sources = sources;
  }

  List<String> names() {
    return sources
        .orderedStream()
        .flatMap(source -> source.environments().stream())
        .map(EnvironmentSource.Choice::name)
        .distinct()
        .toList();
  }
}
