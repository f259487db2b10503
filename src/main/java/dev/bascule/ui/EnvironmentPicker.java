package dev.bascule.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.VaadinRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The environment filter of the top bar, with what it hides beside it. */
final class EnvironmentPicker extends Div {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  private final transient List<EnvironmentSource> sources;
  private final Select<String> select = new Select<>();
  private final Span hides = new Span();
  private transient List<EnvironmentSource.Choice> choices = List.of();

  EnvironmentPicker(List<EnvironmentSource> sources) {
    this.sources = sources;
    addClassName("environment-picker");
    hides.addClassName("hides");
    hides.getElement().setAttribute("role", "status");
    select.setAriaLabel(getTranslation("ui.environment"));
    select.addClassName("compact");
    select.setItemLabelGenerator(
        name -> name.equals(ALL) ? getTranslation("ui.environment.all") : name);
    select.setRenderer(new ComponentRenderer<>(this::option));
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            choose(change.getValue());
          }
        });
    add(select, hides);
    LiveBinding.refresh(this, sources, this::draw);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    VaadinRequest request = VaadinRequest.getCurrent();
    EnvironmentFilter filter = EnvironmentFilter.of(event.getUI());
    if (filter.chosen().isEmpty() && request != null) {
      Preferences.ENVIRONMENT
          .read(request)
          .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
          .filter(name -> load().stream().anyMatch(choice -> choice.name().equals(name)))
          .ifPresent(name -> filter.choose(Optional.of(name)));
    }
    draw();
  }

  private void choose(String name) {
    getUI()
        .ifPresent(
            ui -> {
              Preferences.ENVIRONMENT.keep(ui, URLEncoder.encode(name, StandardCharsets.UTF_8));
              EnvironmentFilter.of(ui)
                  .choose(name.equals(ALL) ? Optional.empty() : Optional.of(name));
              draw();
            });
  }

  private List<EnvironmentSource.Choice> load() {
    return sources.stream().flatMap(source -> source.environments().stream()).toList();
  }

  private void draw() {
    List<EnvironmentSource.Choice> now = load();
    boolean same = names(now).equals(names(choices)) && !select.isEmpty();
    choices = now;
    setVisible(!now.isEmpty());
    String chosen =
        getUI()
            .flatMap(ui -> EnvironmentFilter.of(ui).chosen())
            .filter(names(now)::contains)
            .orElse(ALL);
    if (!same) {
      List<String> items = new ArrayList<>(List.of(ALL));
      items.addAll(names(now));
      select.setItems(items);
    }
    select.setValue(chosen);
    int hidden = 0;
    int problems = 0;
    for (EnvironmentSource.Choice choice : now) {
      if (!chosen.equals(ALL) && !choice.name().equals(chosen)) {
        hidden += choice.clusters();
        problems += choice.problems();
      }
    }
    hides.setText(hidden == 0 ? "" : getTranslation("ui.environment.hides", hidden, problems));
    hides.setClassName("attention", problems > 0);
  }

  private static List<String> names(List<EnvironmentSource.Choice> choices) {
    return choices.stream().map(EnvironmentSource.Choice::name).toList();
  }

  private Span option(String name) {
    return choices.stream()
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .map(choice -> Badges.environment(choice.name(), choice.colour(), choice.production()))
        .orElseGet(() -> new Span(getTranslation("ui.environment.all")));
  }
}
