package dev.bascule.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether anybody can see a browser tab, as the browser says. People leave many tabs open: those in
 * the background are told less often what changed, and at once when they come to the front.
 */
final class Attention implements Watched {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean hidden;

  Attention() {}

  /** That of a tab; on its UI's thread. */
  static Attention of(UI ui) {
    Attention attention = ComponentUtil.getData(ui, Attention.class);
    if (attention == null) {
      var made = new Attention();
      ComponentUtil.setData(ui, Attention.class, made);
      Signal.effect(ui, () -> made.see(ui.getPage().pageVisibilitySignal().get()));
      attention = made;
    }
    return attention;
  }

  /** Takes what the browser says. */
  void see(PageVisibility visibility) {
    boolean before = hidden;
    hidden = visibility == PageVisibility.HIDDEN;
    if (before && !hidden) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Whether nobody can see it. */
  boolean hidden() {
    return hidden;
  }

  /** Called on the UI's thread each time the tab comes to the front. */
  @Override
  public Runnable watch(Runnable shown) {
    listeners.add(shown);
    return () -> listeners.remove(shown);
  }
}
