package dev.bascule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.PageVisibility;
import dev.bascule.support.Pages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a tab is told of changes, in front and in the background. */
class LiveBindingTest extends Pages {
  private final Div owner = new Div();
  private final List<List<String>> told = new ArrayList<>();
  private Consumer<String> source = value -> {};

  @BeforeEach
  void bind() {
    LiveBinding.<String>of(
            owner,
            listener -> {
              source = listener;
              return () -> source = value -> {};
            })
        .keyedBy(value -> value.charAt(0))
        .atOnceWhen(value -> value.endsWith("!"))
        .calmly(Duration.ofMillis(400))
        .render(told::add);
    UI.getCurrent().add(owner);
  }

  @Override
  protected Set<Class<? extends Component>> views() {
    return Set.of();
  }

  @Override
  protected void furnish(AnnotationConfigApplicationContext beans) {}

  private void awaitTold(int times) {
    until(() -> told.size() >= times);
  }

  @Test
  void changesOfOneThingComeTogetherAndTheNewestWins() {
    source.accept("a1");
    awaitTold(1);
    source.accept("a2");
    source.accept("b1");
    source.accept("a3");
    awaitTold(2);
    assertThat(told).containsExactly(List.of("a1"), List.of("a3", "b1"));
  }

  @Test
  void theUrgentComesAheadOfWhatMayWait() {
    source.accept("a1");
    awaitTold(1);
    source.accept("b1");
    source.accept("c1!");
    awaitTold(3);
    assertThat(told).containsExactly(List.of("a1"), List.of("c1!"), List.of("b1"));
  }

  @Test
  void aNewerCalmChangeDoesNotHoldTheUrgentOneOfTheSameThingBack() {
    source.accept("a1");
    awaitTold(1);
    source.accept("b1!");
    source.accept("b2");
    awaitTold(2);
    assertThat(told.get(1)).isIn(List.of("b1!"), List.of("b2"));
  }

  @Test
  void inTheBackgroundEvenTheUrgentWaitsUntilTheTabIsShownAgain() {
    Attention.of(UI.getCurrent()).see(PageVisibility.HIDDEN);
    source.accept("a1");
    source.accept("a2!");
    roundTrip();
    assertThat(told).isEmpty();

    Attention.of(UI.getCurrent()).see(PageVisibility.VISIBLE);
    assertThat(told).containsExactly(List.of("a2!"));
  }

  @Test
  void aTabInTheBackgroundIsToldAllTheSame() {
    Attention.of(UI.getCurrent()).see(PageVisibility.HIDDEN);
    source.accept("a1!");
    awaitTold(1);
    assertThat(told).containsExactly(List.of("a1!"));
  }

  @Test
  void nobodyIsToldOnceItIsGone() {
    UI.getCurrent().remove(owner);
    Attention.of(UI.getCurrent()).see(PageVisibility.HIDDEN);
    Attention.of(UI.getCurrent()).see(PageVisibility.VISIBLE);
    source.accept("a1");
    roundTrip();
    assertThat(told).isEmpty();
  }
}
