package dev.bascule.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.bascule.access.AccessEvent;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The first administrator, by the code of the log or by a file. */
class FirstStartTest {
  private static final Pattern CODE = Pattern.compile("(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}");
  private static final PersonName ADA = new PersonName("ada");

  private final AccessBench bench = new AccessBench(Database.H2);
  private final Logger logger = (Logger) LoggerFactory.getLogger(FirstStart.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    // whatever another test made of the levels
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void hearNoMore() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void makesTheFirstAdministratorWithTheCodeOfTheLog() {
    FirstStart first = first("");
    first.tell();
    assertThat(first.isWanted()).isTrue();
    assertThat(
            first.create(
                code().toLowerCase(java.util.Locale.ROOT),
                ADA,
                "Ada",
                AccessBench.GOOD,
                "10.0.0.7"))
        .isTrue();
    assertThat(first.isWanted()).isFalse();
    assertThat(bench.people.find(ADA).orElseThrow().roles()).isEqualTo(Set.of(Role.ADMIN));
  }

  @Test
  void opensForNothingButTheCode() {
    FirstStart first = first("");
    first.tell();
    for (String wrong : new String[] {"", "x", code() + "X", "AAAAA-AAAAA-AAAAA-AAAAA"}) {
      assertThat(first.create(wrong, ADA, "Ada", AccessBench.GOOD, "10.0.0.7")).isFalse();
    }
    assertThat(bench.people.isEmpty()).isTrue();
    assertThat(bench.events(AccessEvent.SetupRefused.class)).hasSize(4);
  }

  @Test
  void takesACodeOnce() {
    FirstStart first = first("");
    first.tell();
    String code = code();
    assertThat(first.create(code, ADA, "Ada", AccessBench.GOOD, "")).isTrue();
    assertThat(first.create(code, new PersonName("eve"), "Eve", AccessBench.GOOD, "")).isFalse();
    assertThat(bench.people.list()).hasSize(1);
  }

  @Test
  void changesTheCodeAfterTenWrongOnes() {
    FirstStart first = first("");
    first.tell();
    String before = code();
    for (int i = 0; i < 10; i++) {
      first.create("wrong", ADA, "Ada", AccessBench.GOOD, "");
    }
    assertThat(code()).isNotEqualTo(before);
    assertThat(first.create(before, ADA, "Ada", AccessBench.GOOD, "")).isFalse();
    assertThat(first.create(code(), ADA, "Ada", AccessBench.GOOD, "")).isTrue();
  }

  @Test
  void asksForNobodyWhenThereIsSomebody() {
    bench.with("dana", Role.ADMIN);
    FirstStart first = first("");
    first.tell();
    assertThat(first.isWanted()).isFalse();
    assertThat(told()).doesNotContainPattern(CODE);
    assertThat(first.create("", ADA, "Ada", AccessBench.GOOD, "")).isFalse();
  }

  @Test
  void takesPeopleAndTokensFromAFileOnce(@TempDir Path folder) throws IOException {
    Path file =
        file(
            folder,
            """
            people:
              - {name: ada, roles: [admin], password: "correct horse battery"}
              - {name: dev, roles: [DBA], scope: [development], password: "correct horse battery"}
            tokens:
              - {name: ci, scope: [development], token: "bsc_0123456789abcdef"}
            """);
    first(file.toString()).afterSingletonsInstantiated();
    first(file.toString()).afterSingletonsInstantiated();
    assertThat(bench.people.list()).hasSize(2);
    assertThat(bench.tokens.actor("bsc_0123456789abcdef", "").orElseThrow().scope())
        .isEqualTo(Scope.of(Set.of("development")));
  }

  @Test
  void refusesAFileThatOthersMayRead(@TempDir Path folder) throws IOException {
    Path file = file(folder, "people: []");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> first(file.toString()).afterSingletonsInstantiated())
        .isInstanceOf(Bootstrap.Refused.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void quotesNoPasswordOfAFileItCanNotRead(@TempDir Path folder) throws IOException {
    for (String broken :
        new String[] {
          "people: [{name: ada, password: \"s3cret-s3cret",
          "people: [{name: ada, roles: [emperor], password: s3cret-s3cret-1}]",
          "people: [{name: a b, roles: [ADMIN], password: s3cret-s3cret-1}]",
          "people: 7",
          "- s3cret"
        }) {
      Path file = file(folder, broken);
      assertThatThrownBy(() -> first(file.toString()).afterSingletonsInstantiated())
          .isInstanceOf(Bootstrap.Refused.class)
          .hasMessageNotContaining("s3cret");
      assertThat(bench.people.isEmpty()).isTrue();
    }
  }

  private static Path file(Path folder, String text) throws IOException {
    Path file = folder.resolve("people.yaml");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private FirstStart first(String file) {
    return new FirstStart(
        bench.table,
        bench.people,
        bench.tokens,
        bench.publisher,
        bench.database.transactions(),
        file);
  }

  private String told() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  /** The last one told. */
  private String code() {
    Matcher told = CODE.matcher(told());
    String code = "";
    while (told.find()) {
      code = told.group();
    }
    return code;
  }
}
