package dev.bascule.topology.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.inventory.ClusterId;
import dev.bascule.ui.BasculeI18N;
import dev.bascule.ui.Formats;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import showroom.Made;

/** Problems come first, and a change touches no more rows than it must. */
class FleetListTest {
  private static final BasculeI18N I18N = new BasculeI18N();
  private static final Words WORDS =
      new Words(
          (key, arguments) -> I18N.getTranslation(key, Locale.ENGLISH, arguments),
          new Formats(Locale.ENGLISH, ZoneOffset.UTC));

  private final FleetList list = new FleetList();

  @Test
  void problemsComeFirst() {
    list.reset(List.of(row(Made.three("a")), row(Made.three("b").leaderless()), row(paused("c"))));
    assertThat(names()).containsExactly("b", "c", "a");
  }

  @Test
  void aNewPlaceInTheLogShowsNothingNew() {
    list.reset(List.of(row(Made.three("a"))));
    assertThat(put(Made.three("a"))).isEqualTo(FleetList.Effect.NOTHING);
  }

  @Test
  void aLittleLagTouchesOneRow() {
    list.reset(List.of(row(Made.three("a")), row(Made.three("b"))));
    assertThat(put(Made.three("a").streams("srv-pg3", 4_096))).isEqualTo(FleetList.Effect.ROW);
    assertThat(list.shown().getFirst().worstLag()).isEqualTo(4_096);
  }

  @Test
  void anEmptySeatMovesItsRowUp() {
    list.reset(List.of(row(Made.three("a")), row(Made.three("b"))));
    assertThat(put(Made.three("b").leaderless())).isEqualTo(FleetList.Effect.ORDER);
    assertThat(names()).as("nothing jumps yet").containsExactly("a", "b");
    assertThat(list.shown().getLast().leader()).isNull();
    list.arrange();
    assertThat(names()).containsExactly("b", "a");
  }

  @Test
  void whatTheViewDoesNotShowTouchesNothing() {
    list.reset(List.of(row(Made.three("a")), row(paused("p"))));
    list.show(FleetList.Filter.PAUSED, "");
    assertThat(put(Made.three("a").streams("srv-pg3", 4_096))).isEqualTo(FleetList.Effect.NOTHING);
    assertThat(names()).containsExactly("p");
  }

  @Test
  void theTextIsTakenLiterally() {
    list.reset(List.of(row(Made.three("a.b")), row(Made.three("axb"))));
    list.show(FleetList.Filter.ALL, "A.B");
    assertThat(names()).containsExactly("a.b");
    list.show(FleetList.Filter.ALL, "(a+)+$");
    assertThat(names()).isEmpty();
  }

  @Test
  void pausedIsCountedApartFromHealthy() {
    list.reset(List.of(row(Made.three("a")), row(paused("p"))));
    assertThat(list.count(FleetList.Filter.ALL)).isEqualTo(2);
    assertThat(list.count(FleetList.Filter.PAUSED)).isEqualTo(1);
    assertThat(list.count(FleetList.Filter.HEALTHY)).isEqualTo(1);
  }

  @Test
  void countsFollowWhatComesChangesAndGoes() {
    list.reset(List.of(row(Made.three("a")), row(Made.three("b"))));
    put(Made.three("b").leaderless());
    assertThat(list.count(FleetList.Filter.PROBLEMS)).isEqualTo(1);
    assertThat(list.count(FleetList.Filter.HEALTHY)).isEqualTo(1);
    put(Made.three("c"));
    list.put(new ClusterId("lab", "b"), null);
    assertThat(list.count(FleetList.Filter.ALL)).isEqualTo(2);
    assertThat(list.count(FleetList.Filter.PROBLEMS)).isZero();
  }

  @Test
  void oneThatIsGoneLeaves() {
    list.reset(List.of(row(Made.three("a"))));
    assertThat(list.put(new ClusterId("lab", "a"), null)).isEqualTo(FleetList.Effect.ORDER);
    assertThat(list.size()).isZero();
  }

  private static Made paused(String name) {
    return Made.three(name).put("config", "{\"pause\":true}");
  }

  private static FleetRow row(Made made) {
    return FleetRow.of(made.state(), Background.Kept.NOTHING, WORDS);
  }

  private FleetList.Effect put(Made made) {
    return list.put(made.id(), row(made));
  }

  private List<String> names() {
    return list.shown().stream().map(row -> row.id().cluster()).toList();
  }
}
