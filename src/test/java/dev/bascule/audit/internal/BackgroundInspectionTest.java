package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditCheck.Broken;
import dev.bascule.audit.AuditCheck.Verified;
import dev.bascule.audit.AuditCheck.Why;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.ChainInspection;
import dev.bascule.support.Database;
import dev.bascule.support.StrictPermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The check that a page asks for. */
class BackgroundInspectionTest {
  private final AuditBench bench = new AuditBench(Database.H2);

  @Test
  void tellsHowFarItIsAndWhatItFound() {
    bench.with(2_100);
    BackgroundInspection inspection = inspection();
    List<ChainInspection.State> seen = Collections.synchronizedList(new ArrayList<>());
    inspection.watch(() -> seen.add(inspection.state()));
    assertThat(inspection.state()).isEqualTo(new ChainInspection.Never());
    inspection.begin(AuditBench.DANA);
    ChainInspection.Finished found = finished(inspection);
    assertThat(found.verdict()).isInstanceOf(Verified.class);
    assertThat(found.by()).isEqualTo("dana");
    assertThat(seen)
        .filteredOn(ChainInspection.Running.class::isInstance)
        .extracting(state -> ((ChainInspection.Running) state).checked())
        .contains(1_000L, 2_000L, 2_100L);
  }

  @Test
  void namesTheFirstBadEntryAndWritesItDown() {
    bench.with(5).unguarded();
    bench.tamper("update audit_entry set actor_name = 'dane' where seq = 3");
    BackgroundInspection inspection = inspection();
    inspection.begin(AuditBench.DANA);
    assertThat(finished(inspection).verdict()).isEqualTo(new Broken(3, Why.CHANGED));
    AuditEntry last =
        bench
            .database
            .sql("select * from audit_entry order by seq desc limit 1")
            .query(AuditTable.ENTRY)
            .single();
    assertThat(last.action()).isEqualTo("audit.checked");
    assertThat(last.result()).isEqualTo(AuditResult.FAILED);
    assertThat(last.detail()).isEqualTo("{\"brokenAt\":3,\"why\":\"CHANGED\"}");
  }

  @Test
  void tellsWhatItFoundThoughItCanNotBeWrittenDown() {
    bench.with(2).unguarded();
    bench.tamper("delete from audit_head");
    BackgroundInspection inspection = inspection();
    inspection.begin(AuditBench.DANA);
    assertThat(finished(inspection).verdict()).isEqualTo(new Broken(1, Why.HEAD));
  }

  @Test
  void checksOnceForEverybodyAtATime() throws InterruptedException {
    AtomicInteger walks = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    BackgroundInspection inspection =
        new BackgroundInspection(
            progress -> {
              walks.incrementAndGet();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new Verified(0, Chain.BEGINNING);
            },
            bench.log,
            new StrictPermissions(),
            bench.clock);
    inspection.begin(AuditBench.DANA);
    inspection.begin(AuditBench.DANA);
    go.countDown();
    finished(inspection);
    assertThat(walks).hasValue(1);
    inspection.begin(AuditBench.DANA);
    await().untilAtomic(walks, org.hamcrest.Matchers.is(2));
  }

  @Test
  void saysThatNothingIsKnownWhenTheDatabaseIsGone() {
    BackgroundInspection inspection =
        new BackgroundInspection(
            progress -> {
              throw new IllegalStateException("gone");
            },
            bench.log,
            new StrictPermissions(),
            bench.clock);
    inspection.begin(AuditBench.DANA);
    await().until(() -> inspection.state() instanceof ChainInspection.Unreadable);
  }

  @Test
  void refusesWhoMayNotReadTheLog() {
    Actor viewer =
        Actor.person(PersonId.random(), "vic", Set.of(Right.VIEW), Scope.all(), "10.0.0.8");
    assertThatThrownBy(() -> inspection().begin(viewer)).isInstanceOf(NotAllowed.class);
  }

  private BackgroundInspection inspection() {
    return new BackgroundInspection(bench.check, bench.log, new StrictPermissions(), bench.clock);
  }

  private static ChainInspection.Finished finished(ChainInspection inspection) {
    return await()
        .until(
            () -> inspection.state() instanceof ChainInspection.Finished done ? done : null,
            done -> done != null);
  }
}
