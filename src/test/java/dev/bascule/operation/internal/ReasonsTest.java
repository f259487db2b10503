package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.audit.PastedSecrets;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.Database;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write beside a request is kept as the text it is, within its bound. */
@ParameterizedClass
@EnumSource
class ReasonsTest {
  private final World world;

  ReasonsTest(Database kind) {
    world = new World(kind.fresh());
  }

  private RequestId askedBecause(String reason) {
    var operation = SampleCluster.to("srv-pg2");
    var plan = world.console.desk.rehearse(world.dana, operation);
    return world.console.desk.request(
        world.dana, operation, plan.hash(), reason, plan.sheet().reservations());
  }

  private static void assertTooLong(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            RequestRefused.class,
            e ->
                assertThat(e.refusal().said().key())
                    .isEqualTo("operation.refused.reason.too_long"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'); drop table operation_request; --",
        "${jndi:ldap://x} {0} %s",
        "œuvre d’été, 漢字, 🐘, 👨‍👩‍👧, שלום, مرحبا",
        "first line\n\tsecond line",
      })
  void everyTextComesBackAsItWas(String text) {
    RequestId id = askedBecause(text);
    world.console.desk.remark(world.amir, id, text);
    assertThat(world.view(id).reason()).isEqualTo(text);
    assertThat(world.console.desk.conversation(world.dana, id))
        .extracting(Remark::text)
        .containsExactly(text);
  }

  @Test
  void whatCanNotBeSeenIsNotKept() {
    RequestId id = askedBecause("a\u0000b\u001b[31mc\u202ed\u2066e\u0085f\ud83dg\r\nh\ri");
    assertThat(world.view(id).reason()).isEqualTo("ab[31mcdefg\nh\ni");
    assertThatThrownBy(() -> askedBecause(" \u0000\u001b ")).isInstanceOf(RequestRefused.class);
  }

  @Test
  void aMegabyteIsRefusedEverywhereAndChangesNothing() {
    var endless = "🐘 <b>'--".repeat(125_000);
    assertTooLong(() -> askedBecause(endless));
    RequestId id = askedBecause("x".repeat(2_000));
    var hash = world.view(id).hash();
    var ticks = world.view(id).newestSheet().reservations();
    assertTooLong(() -> world.console.desk.remark(world.amir, id, endless));
    assertTooLong(() -> world.console.desk.approve(world.amir, id, hash, ticks, endless));
    assertTooLong(() -> world.console.desk.reject(world.amir, id, endless));
    assertTooLong(() -> world.console.desk.cancel(world.dana, id, endless));
    assertThat(world.view(id).reason()).hasSize(2_000);
    assertThat(world.view(id).standing().votes()).isEmpty();
    assertThat(world.view(id).state().waiting()).isTrue();
    assertThat(world.console.desk.conversation(world.dana, id)).isEmpty();
  }

  @Test
  void aSecretThatTheMaskMakesLongerStillHasItsBound() {
    assertTooLong(() -> askedBecause("pwd=a ".repeat(333)));
  }

  @Test
  void aPastedSecretIsNeitherKeptNorAudited() {
    RequestId id = askedBecause("reset with PGPASSWORD=s3cret, then switch");
    world.console.desk.remark(world.dana, id, "or postgresql://bob:s3cret@srv-pg1/db");
    var view = world.view(id);
    world.console.desk.approve(
        world.amir, id, view.hash(), view.newestSheet().reservations(), "the token is Ab1$s3cret");
    view = world.view(id);
    assertThat(view.reason())
        .isEqualTo("reset with PGPASSWORD=" + PastedSecrets.MASK + " then switch");
    assertThat(world.console.desk.conversation(world.dana, id))
        .extracting(Remark::text)
        .containsExactly("or postgresql://bob:" + PastedSecrets.MASK + "@srv-pg1/db");
    assertThat(view.standing().votes().getFirst().comment())
        .isEqualTo("the token is " + PastedSecrets.MASK);
    assertThat(
            world.database.sql("select reason from operation_request").query(String.class).list())
        .noneMatch(kept -> kept.contains("s3cret"));
    assertThat(world.audit.lines.toString()).contains(PastedSecrets.MASK).doesNotContain("s3cret");
  }
}
