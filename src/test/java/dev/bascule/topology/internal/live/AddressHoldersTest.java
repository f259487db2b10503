package dev.bascule.topology.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.MemberName;
import dev.bascule.topology.EntryPoints.Held;
import dev.bascule.topology.internal.live.AddressHolders.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressHoldersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final MemberName PG1 = new MemberName("srv-pg1");
  private static final MemberName PG2 = new MemberName("srv-pg2");
  private static final MemberName PG3 = new MemberName("srv-pg3");
  private static final String OUTPUT =
      """
      1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
      2: eth0    inet 10.77.0.11/24 brd 10.77.0.255 scope global eth0\\       valid_lft forever
      2: eth0    inet 10.77.0.100/32 scope global eth0\\       valid_lft forever preferred_lft forever
      2: eth0    inet6 fd00::100/64 scope global \\       valid_lft forever preferred_lft forever
      """;

  @Test
  void findsAnAddressAmongThoseOfAHost() {
    assertThat(AddressHolders.listed(OUTPUT, "10.77.0.100")).isTrue();
    assertThat(AddressHolders.listed(OUTPUT, "fd00::100")).isTrue();
  }

  @Test
  void takesNoOtherAddressForIt() {
    assertThat(AddressHolders.listed(OUTPUT, "10.77.0.10")).isFalse();
    assertThat(AddressHolders.listed(OUTPUT, "10.77.0.255")).isFalse();
    assertThat(AddressHolders.listed("10.77.0.100\n", "10.77.0.100")).isFalse();
    assertThat(AddressHolders.listed("", "10.77.0.100")).isFalse();
  }

  @Test
  void namesTheHolderEvenWhileAnotherHostIsSilent() {
    var said = Map.of(PG1, Said.HAS_IT, PG2, Said.SILENT, PG3, Said.HAS_IT_NOT);
    assertThat(AddressHolders.judge(said, null, NOW)).contains(new Held(List.of(PG1), null));
  }

  @Test
  void namesBothOfTwoHolders() {
    var said = Map.of(PG2, Said.HAS_IT, PG1, Said.HAS_IT, PG3, Said.HAS_IT_NOT);
    assertThat(AddressHolders.judge(said, null, NOW)).contains(new Held(List.of(PG1, PG2), null));
  }

  @Test
  void saysSinceWhenNobodyHasIt() {
    var said = Map.of(PG1, Said.DEAD, PG2, Said.HAS_IT_NOT, PG3, Said.HAS_IT_NOT);
    var first = AddressHolders.judge(said, new Held(List.of(PG1), null), NOW).orElseThrow();
    assertThat(first).isEqualTo(new Held(List.of(), NOW));
    assertThat(AddressHolders.judge(said, first, NOW.plusSeconds(5))).contains(first);
  }

  @Test
  void doesNotSayNobodyWhileAHostThatMayHaveItIsSilent() {
    var said = Map.of(PG1, Said.SILENT, PG2, Said.HAS_IT_NOT, PG3, Said.HAS_IT_NOT);
    assertThat(AddressHolders.judge(said, null, NOW)).isEmpty();
    assertThat(AddressHolders.judge(Map.of(PG1, Said.DEAD), null, NOW)).isEmpty();
    assertThat(AddressHolders.judge(Map.of(), null, NOW)).isEmpty();
  }
}
