package dev.bascule.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Which environment a browser tab looks at: one, or all. Views that list things respect it. */
public final class EnvironmentFilter implements Watched {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable String chosen;

  private EnvironmentFilter() {}

  /** The filter of a tab; on its UI's thread. */
  public static EnvironmentFilter of(UI ui) {
    EnvironmentFilter filter = ComponentUtil.getData(ui, EnvironmentFilter.class);
    if (filter == null) {
      filter = new EnvironmentFilter();
      ComponentUtil.setData(ui, EnvironmentFilter.class, filter);
    }
    return filter;
  }

  /** The environment looked at, or empty for all. */
  public Optional<String> chosen() {
    return Optional.ofNullable(chosen);
  }

  /** Whether something of this environment is to be shown; what has none is always shown. */
  public boolean shows(Optional<String> environment) {
    String only = chosen;
    return only == null || environment.isEmpty() || environment.get().equals(only);
  }

  /** Looks at one environment, or at all. */
  public void choose(Optional<String> environment) {
    String before = chosen;
    String now = environment.orElse(null);
    chosen = now;
    if (before == null ? now != null : !before.equals(now)) {
      listeners.forEach(Runnable::run);
    }
  }

  @Override
  public Runnable watch(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }
}
