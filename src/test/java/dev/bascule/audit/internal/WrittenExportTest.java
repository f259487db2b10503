package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport.Format;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.support.Database;
import dev.bascule.support.StrictPermissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files for other programs: complete, harmless in a spreadsheet, and on record. */
class WrittenExportTest {
  private final AuditBench bench = new AuditBench(Database.H2);

  @Test
  void writesEveryFieldOfEveryEntryAsJsonLines() throws IOException {
    bench.with(501);
    List<String> lines = export(Format.JSON_LINES, AuditQuery.all()).lines().toList();
    assertThat(lines).hasSize(501);
    JsonNode newest = JsonMapper.builder().build().readTree(lines.getFirst());
    assertThat(newest.get("seq").asLong()).isEqualTo(501);
    assertThat(newest.get("at").asString()).isEqualTo("2026-11-23T02:14:07.123456Z");
    assertThat(newest.get("detail").asString()).isEqualTo("{\"reason\":\"tonight's maintenance\"}");
    assertThat(newest.get("hash").asString()).hasSize(64);
    assertThat(newest.propertyNames()).hasSize(15);
  }

  @Test
  void writesAHeaderAndALineAnEntryAsCsv() throws IOException {
    bench.with(2);
    String csv = export(Format.CSV, AuditQuery.all());
    assertThat(csv).startsWith("seq,at,actorKind,").endsWith("\"\r\n");
    assertThat(csv.split("\r\n")).hasSize(3);
    assertThat(csv).contains("\"{\"\"reason\"\":\"\"tonight's maintenance\"\"}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "  =1+1", "＝1+1"})
  void makesNoCellAFormula(String formula) throws IOException {
    bench.log.append(
        AuditBench.DANA,
        "test.formula",
        new AuditSubject("cluster", formula, formula),
        AuditResult.DONE,
        Map.of());
    String csv = export(Format.CSV, AuditQuery.all());
    assertThat(csv).contains("\"'" + formula + "\"").doesNotContain("\"" + formula);
  }

  @Test
  void writesOnlyWhatTheFilterFinds() throws IOException {
    bench.with(3);
    assertThat(
            export(
                    Format.JSON_LINES,
                    new AuditQuery(null, null, "", "test.entry-2", "", "", null, ""))
                .lines())
        .hasSize(1);
  }

  @Test
  void leavesARecordBeforeAndAfter() throws IOException {
    bench.with(2);
    export(Format.CSV, new AuditQuery(null, null, "", "test.", "", "", null, ""));
    List<AuditEntry> entries = entries();
    assertThat(entries)
        .extracting(AuditEntry::action, AuditEntry::result)
        .endsWith(
            org.assertj.core.groups.Tuple.tuple("audit.exported", AuditResult.INTENT),
            org.assertj.core.groups.Tuple.tuple("audit.exported", AuditResult.DONE));
    assertThat(entries.getLast().detail())
        .isEqualTo("{\"action\":\"test.\",\"entries\":2,\"format\":\"csv\"}");
  }

  @Test
  void recordsThatTheReceiverWentAway() {
    bench.with(2);
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() -> export().write(AuditBench.DANA, AuditQuery.all(), Format.CSV, gone))
        .isInstanceOf(IOException.class);
    assertThat(entries().getLast().result()).isEqualTo(AuditResult.FAILED);
  }

  @Test
  void refusesWhoMayNotReadTheLog() {
    Actor viewer =
        Actor.person(PersonId.random(), "vic", Set.of(Right.VIEW), Scope.all(), "10.0.0.8");
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    assertThatThrownBy(() -> export().write(viewer, AuditQuery.all(), Format.CSV, to))
        .isInstanceOf(NotAllowed.class);
    assertThat(to.size()).isZero();
    assertThat(entries()).isEmpty();
  }

  private WrittenExport export() {
    StrictPermissions permissions = new StrictPermissions();
    return new WrittenExport(
        new StoredSearch(bench.database.source(), permissions), bench.log, permissions);
  }

  private String export(Format format, AuditQuery query) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    export().write(AuditBench.DANA, query, format, to);
    return to.toString(StandardCharsets.UTF_8);
  }

  private List<AuditEntry> entries() {
    return bench
        .database
        .sql("select * from audit_entry order by seq")
        .query(AuditTable.ENTRY)
        .list();
  }
}
