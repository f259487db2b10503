package dev.bascule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What users, hosts and etcd wrote can't pretend to be a line of the log. */
class LogTest {
  private static final String FORGED = "x\n2026-11-23T02:14:07Z INFO admin approved";
  private static final String ENTRY = "\\d{4}-\\d\\d-\\d\\dT[^ ]+ +(WARN|INFO|ERROR).*";

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Logger ours = context.getLogger("dev.bascule.topology.Some");
  private final Logger theirs = context.getLogger("org.apache.coyote.Some");

  @BeforeEach
  void configure() throws Exception {
    context.setMDCAdapter(new LogbackMDCAdapter());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback-spring.xml").toFile());
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .filteredOn(status -> status.getLevel() > Status.INFO)
        .isEmpty();
    var console =
        (OutputStreamAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
    console.setOutputStream(written);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private String log() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private void assertOneEntry() {
    assertThat(log().lines().filter(line -> line.matches(ENTRY))).as(log()).hasSize(1);
    assertThat(log().codePoints())
        .noneMatch(c -> (c != '\n' && c != '\t' && Character.isISOControl(c)) || c == 0x202e);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FORGED,
        "x\r\n2026-11-23T02:14:07Z INFO admin approved",
        "x\u20282026-11-23T02:14:07Z INFO admin approved",
        "x\u00852026-11-23T02:14:07Z INFO admin approved",
        "\u001b[2K\u001b[1A2026-11-23T02:14:07Z INFO admin approved",
        "\u202edevorppa nimda",
        "{} ${jndi:ldap://x} %m%n"
      })
  void aValueStaysWithinItsLine(String value) {
    ours.warn("The member {} can't be read", value);
    theirs.warn("Bad request: " + value);
    assertThat(log().lines()).as(log()).hasSize(2);
    assertThat(log().lines().filter(line -> line.matches(ENTRY))).hasSize(2);
    assertThat(log().codePoints())
        .noneMatch(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202e || c == 0x2028);
  }

  @Test
  void whatIsEscapedCanStillBeRead() {
    ours.warn("The member {} can't be read", "srv\n\u001b[31mpg1 ${jndi:ldap://x} é🐘");
    assertThat(log())
        .contains("The member srv\\n\\u001b[31mpg1 ${jndi:ldap://x} é🐘 can't be read");
  }

  @Test
  void whatAFailureSaysStaysWithinItsLineToo() {
    var failure =
        new IllegalStateException(FORGED, new IllegalArgumentException("\u001b[2J" + FORGED));
    failure.addSuppressed(new IllegalStateException(FORGED));
    ours.error("Reading {} failed", "srv-pg1", failure);
    assertOneEntry();
    assertThat(log())
        .contains("IllegalStateException: x\\n2026", "Caused by: ", "\\u001b[2Jx\\n2026", "\tat ");
  }

  @Test
  void listsAndArraysAreValuesToo() {
    ours.warn("Read {} and {}", java.util.List.of(FORGED), new String[] {FORGED});
    assertOneEntry();
  }

  @Test
  void theConsolesOwnTextsMayHaveLines() {
    ours.warn("Make the first administrator with this code:\n\n    {}\n", FORGED);
    assertThat(log()).contains("this code:\n\n    x\\n2026");
  }
}
