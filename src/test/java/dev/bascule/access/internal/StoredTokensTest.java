package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.Actor;
import dev.bascule.access.ApiTokens;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.support.Database;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens: shown once, kept as a digest, reading only, worth nothing once revoked. */
@ParameterizedClass
@EnumSource
record StoredTokensTest(Database kind) {
  @Test
  void letATokensProgramReadWithinItsScopeAndNoMore() {
    AccessBench bench = new AccessBench(kind);
    Scope development = Scope.of(Set.of("development"));
    String text = bench.tokens.issue(AccessBench.ADA, "ci", development).text();
    Actor program = bench.tokens.actor(text, "10.0.0.5").orElseThrow();
    assertThat(program.kind()).isEqualTo(Actor.Kind.TOKEN);
    assertThat(program.rights()).containsExactlyInAnyOrder(Right.VIEW, Right.READ_AUDIT);
    assertThat(program.scope()).isEqualTo(development);
    assertThat(bench.tokens.list().getFirst().lastUsed()).isPresent();
  }

  @Test
  void keepNoTokenThatCouldBeStolen() {
    AccessBench bench = new AccessBench(kind);
    ApiTokens.Issued issued = bench.tokens.issue(AccessBench.ADA, "ci", Scope.all());
    assertThat(issued.text()).startsWith("bsc_").hasSize(47);
    assertThat(issued.toString()).doesNotContain(issued.text());
    assertThat(bench.database.sql("select digest from api_token").query(String.class).single())
        .hasSize(64)
        .doesNotContain(issued.text());
    assertThat(bench.events(AccessEvent.TokenIssued.class).toString())
        .doesNotContain(issued.text());
  }

  @Test
  void areWorthNothingOnceRevoked() {
    AccessBench bench = new AccessBench(kind);
    ApiTokens.Issued issued = bench.tokens.issue(AccessBench.ADA, "ci", Scope.all());
    assertThat(bench.tokens.actor(issued.text(), "")).isPresent();
    bench.tokens.revoke(AccessBench.ADA, issued.token().id());
    assertThat(bench.tokens.actor(issued.text(), "")).isEmpty();
    assertThat(bench.tokens.list()).isEmpty();
    assertThat(bench.tokens.issue(AccessBench.ADA, "ci", Scope.all()).text())
        .isNotEqualTo(issued.text());
  }

  @Test
  void areRefusedWhenTheyAreNone() {
    AccessBench bench = new AccessBench(kind);
    String text = bench.tokens.issue(AccessBench.ADA, "ci", Scope.all()).text();
    for (String wrong :
        new String[] {
          "",
          "bsc_",
          text + "x",
          text.toUpperCase(java.util.Locale.ROOT),
          "' or 1=1--".repeat(3),
          "x".repeat(100_000)
        }) {
      assertThat(bench.tokens.actor(wrong, "")).isEmpty();
    }
  }

  @Test
  void areMadeAndRevokedByAdministratorsOnly() {
    AccessBench bench = new AccessBench(kind);
    ApiTokens.Issued issued = bench.tokens.issue(AccessBench.ADA, "ci", Scope.all());
    assertThatThrownBy(() -> bench.tokens.issue(AccessBench.VIC, "mine", Scope.all()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> bench.tokens.revoke(AccessBench.VIC, issued.token().id()))
        .isInstanceOf(NotAllowed.class);
    assertThat(bench.tokens.list()).hasSize(1);
  }

  @Test
  void haveNamesOfTheirOwn() {
    AccessBench bench = new AccessBench(kind);
    bench.tokens.issue(AccessBench.ADA, "ci", Scope.all());
    assertThatThrownBy(() -> bench.tokens.issue(AccessBench.ADA, "ci", Scope.all()))
        .isInstanceOf(ApiTokens.NameTaken.class);
    for (String wrong : new String[] {"", "a b", "-x", "é", "<b>", "x".repeat(65)}) {
      assertThatThrownBy(() -> bench.tokens.issue(AccessBench.ADA, wrong, Scope.all()))
          .isInstanceOf(ApiTokens.WrongName.class);
    }
  }
}
