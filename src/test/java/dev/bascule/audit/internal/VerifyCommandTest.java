package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.audit.AuditCheck.Verified;
import dev.bascule.audit.VerifyCommand;
import dev.bascule.support.Database;
import dev.bascule.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code verify} on the command line, while the console has the database open. */
@ParameterizedClass
@EnumSource
record VerifyCommandTest(Database kind) {
  private record Answer(int status, String text) {}

  @Test
  void saysThatTheChainHolds(@TempDir Path data) {
    AuditBench bench = new AuditBench(kind).with(3);
    Answer answer = verify(bench.database, data);
    assertThat(answer.status).isZero();
    assertThat(answer.text).contains("holds: 3 entries").containsPattern("head [0-9a-f]{64}");
  }

  @Test
  void namesTheFirstBadEntry(@TempDir Path data) {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("update audit_entry set detail = '{}' where seq = 4");
    Answer answer = verify(bench.database, data);
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.text).contains("broken at entry 4: it was changed");
  }

  @Test
  void saysWhenNothingCanBeRead(@TempDir Path data) {
    Answer answer =
        kind == Database.H2
            ? run("--bascule.data=" + data)
            : run(
                "--bascule.data=" + data,
                "--bascule.db.url=jdbc:postgresql://127.0.0.1:1/none",
                "--bascule.db.user=nobody",
                "--bascule.db.password=s3cret");
    assertThat(answer.status).isEqualTo(2);
    assertThat(answer.text).contains("could not be read").doesNotContain("s3cret", "\tat ");
  }

  @Test
  void readsOneMomentWhileOthersWrite(@TempDir Path data)
      throws ExecutionException, InterruptedException {
    AuditBench bench = new AuditBench(kind).with(100);
    AtomicBoolean enough = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> writer =
          threads.submit(
              () -> {
                int written = 100;
                while (!enough.get()) {
                  bench.write("test.meanwhile");
                  written++;
                }
                return written;
              });
      List<Verified> seen = new ArrayList<>();
      try {
        for (int i = 0; i < 12; i++) {
          seen.add((Verified) check(bench.database).verify());
        }
      } finally {
        enough.set(true);
      }
      assertThat(seen).extracting(Verified::count).isSorted();
      assertThat(seen.getLast().count()).isBetween(100L, (long) writer.get());
    }
  }

  @Test
  void leavesNothingBehind(@TempDir Path data) throws Exception {
    AuditBench bench = new AuditBench(kind).with(1);
    long before = leftovers();
    assertThat(verify(bench.database, data).status).isZero();
    assertThat(leftovers()).isEqualTo(before);
  }

  private static long leftovers() throws java.io.IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("bascule-verify-")).count();
    }
  }

  private static StandaloneCheck check(TestDatabase database) {
    return StandaloneCheck.of(database.url(), database.user(), database.password());
  }

  private static Answer verify(TestDatabase database, Path data) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--bascule.data=" + data);
    database.settings((name, value) -> arguments.add("--" + name + "=" + value));
    return run(arguments.toArray(String[]::new));
  }

  private static Answer run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = VerifyCommand.run(arguments, to, to);
    return new Answer(status, said.toString(StandardCharsets.UTF_8));
  }
}
