package dev.bascule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What stands across the top, only while it is true. */
final class BannerArea extends Div {
  private static final long serialVersionUID = 1L;

  private final transient List<BannerSource> sources;
  private transient List<Banner> shown = List.of();

  BannerArea(List<BannerSource> sources) {
    this.sources = sources;
    addClassName("banners");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-live", "polite");
    getElement().setAttribute("aria-label", getTranslation("ui.banners"));
    LiveBinding.refresh(this, sources, this::draw);
    draw();
  }

  private void draw() {
    List<Banner> now = sources.stream().flatMap(source -> source.banners().stream()).toList();
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    removeAll();
    now.forEach(banner -> add(line(banner)));
  }

  private Component line(Banner banner) {
    Div line = new Div();
    line.addClassNames("banner", "tone-" + banner.tone().css());
    line.add(banner.tone().glyph().icon());
    String text = getTranslation(banner.key(), banner.args().toArray());
    line.add(
        banner
            .link()
            .<Component>map(link -> new Anchor(link, text))
            .orElseGet(() -> new Div(text)));
    return line;
  }
}
