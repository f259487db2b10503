package dev.bascule.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import dev.bascule.audit.AuditResult;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A filter is its address. */
class FilterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:14:07Z");

  @Test
  void isTheSameAfterItsAddress() {
    Filter filter =
        new Filter(
            Period.BETWEEN,
            NOW.minusSeconds(60),
            NOW,
            "dana & co",
            "switchover.",
            "cluster",
            "lab/maincluster",
            AuditResult.REFUSED,
            "100 % d’été?=#",
            OptionalLong.of(7));
    assertThat(of(filter.link())).isEqualTo(filter);
    assertThat(of(filter.closed().link())).isEqualTo(filter.closed());
  }

  @Test
  void letsEverythingThroughWhenNothingIsSaid() {
    assertThat(of("audit").isNone()).isTrue();
    assertThat(Filter.none().link()).isEqualTo("audit");
  }

  @Test
  void looksBackFromNow() {
    assertThat(of("audit?period=24h").query(NOW).from())
        .isEqualTo(Instant.parse("2026-11-22T02:14:07Z"));
    assertThat(of("audit?period=24h").query(NOW).to()).isNull();
  }

  @Test
  void leavesOutWhatAnAddressSaysWrongly() {
    assertThat(
            of("audit?period=for%20ever&from=yesterday&to=%00&result=perhaps&entry=-1&nothing=x"))
        .isEqualTo(Filter.none());
    assertThat(of("audit?from=-1000000000-01-01T00:00:00Z")).isEqualTo(Filter.none());
    assertThat(of("audit?entry=99999999999999999999")).isEqualTo(Filter.none());
  }

  @Test
  void cutsOverlongTexts() {
    assertThat(of("audit?q=" + "x".repeat(5_000)).text()).hasSize(Filter.LONGEST);
  }

  private static Filter of(String address) {
    return Filter.of(new Location(address).getQueryParameters());
  }
}
