package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers, scanners and forged requests get from the packaged console, byte by byte. */
class FrontDoorIT {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("Set-Cookie: BASCULE=([0-9A-F]+);");
  private static final Pattern STACK_TRACE = Pattern.compile("Exception|\\bat [a-z]+\\.[a-z.]+\\(");

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static LoneConsole console;

  @BeforeAll
  static void start() throws IOException {
    console = LoneConsole.start(directory);
  }

  @AfterAll
  static void end() {
    if (console != null) {
      console.close();
    }
  }

  // ---- raw HTTP: clients refuse to send most of this ----

  private static String send(String request, String headers, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var host = headers.startsWith("Host:") ? "" : "Host: localhost:" + console.port() + "\r\n";
    var head =
        request
            + " HTTP/1.1\r\n"
            + host
            + headers
            + "Content-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String get(String path, String headers) {
    return send("GET " + path, headers, "");
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text.lines().limit(20).toList()).isTrue();
    return matcher.group(1);
  }

  private static String cookie(String session) {
    return "Cookie: BASCULE=" + session + "\r\n";
  }

  private static String signIn(String session, String csrf, String name, String password) {
    var form =
        "username="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8)
            + "&_csrf="
            + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
    return send(
        "POST /login",
        cookie(session) + "Content-Type: application/x-www-form-urlencoded\r\n",
        form);
  }

  private static String signIn(String name, String password) {
    var door = get("/login", "");
    return signIn(found(SESSION, door), found(CSRF, door), name, password);
  }

  // ---- who hasn't signed in ----

  @Test
  void thePagesTellBrowsersToBeStrict() {
    var answer = get("/login", "");
    assertThat(status(answer)).isEqualTo(200);
    assertThat(answer)
        .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: ")
        .contains("object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'")
        .contains("Referrer-Policy: same-origin", "Permissions-Policy: camera=()")
        .containsPattern("Set-Cookie: BASCULE=[0-9A-F]+; Path=/; HttpOnly; SameSite=Lax")
        .doesNotContain("\r\nServer:")
        .doesNotContain("\r\nX-Powered-By:");
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE /login, 405",
    "PUT /fleet, 405",
    "POST /fleet, 403",
    "DELETE /changes/1, 405",
    "DELETE /login, 405",
    "GET /actuator, 401",
    "GET /actuator/env, 401",
    "GET /actuator/heapdump, 401",
    "GET /actuator/prometheus, 401",
    "GET /h2-console, 302",
    "GET /VAADIN/dev, 404",
    "GET /META-INF/MANIFEST.MF, 404",
    "GET /ui/../application.yaml, 400",
    "GET /%2e%2e/etc/passwd, 400",
    "GET /login/..;/fleet, 400",
    "GET /login%00, 400",
    "GET /nonsense, 302",
    "GET /fleet, 302",
    "GET /changes/1, 302",
    "GET /api/v1/clusters, 401",
    "GET /api/v1/nonsense, 401",
    "GET /actuator/health, 200",
  })
  void strangersGetNothingAndNoStackTrace(String request, int expected) {
    var answer = send(request, "", "");
    assertThat(status(answer)).as(answer).isEqualTo(expected);
    assertThat(answer).doesNotContainPattern(STACK_TRACE);
  }

  @Test
  void aForgedHostLeadsNowhereElse() {
    assertThat(get("/fleet", "Host: evil.example\r\n")).contains("Location: /login\r\n");
    assertThat(get("/fleet", "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"))
        .contains("Location: /login\r\n")
        .doesNotContain("evil.example");
  }

  @Test
  void aHeaderOfAHundredKilobytesIsRefused() {
    var answer = get("/login", "X-Long: " + "a".repeat(100_000) + "\r\n");
    assertThat(status(answer)).isIn(400, 431);
    assertThat(answer).doesNotContainPattern(STACK_TRACE);
  }

  @Test
  void aPageOfAnotherSiteCanNotOpenAWebSocket() {
    var handshake =
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n";
    assertThat(status(get("/VAADIN/push?v-r=push", handshake + "Origin: https://evil.example\r\n")))
        .isEqualTo(403);
    assertThat(status(get("/VAADIN/push?v-r=push", handshake))).isEqualTo(403);
  }

  // ---- signing in ----

  @Test
  void theSessionBeforeTheSignInIsWorthNothingAfterIt() {
    var door = get("/login", "");
    var before = found(SESSION, door);
    var answer = signIn(before, found(CSRF, door), "viewer", ScenarioFiles.password("viewer"));
    assertThat(status(answer)).isEqualTo(302);
    assertThat(answer).doesNotContain("Location: /login");
    var after = found(SESSION, answer);
    assertThat(after).isNotEqualTo(before);
    assertThat(status(get("/fleet", cookie(after)))).isEqualTo(200);
    assertThat(get("/fleet", cookie(before))).contains("Location: /login");
  }

  @Test
  void aSignInWithoutItsTokenIsRefused() {
    var session = found(SESSION, get("/login", ""));
    var answer = signIn(session, "", "viewer", ScenarioFiles.password("viewer"));
    assertThat(status(answer)).isIn(302, 403);
    assertThat(get("/fleet", cookie(session))).contains("Location: /login");
  }

  @Test
  void aClickWithoutTheSessionsOwnTokenIsRefused() {
    var session = found(SESSION, signIn("dba", ScenarioFiles.password("dba")));
    var answer =
        send(
            "POST /?v-r=uidl&v-uiId=0",
            cookie(session) + "Content-Type: application/json\r\n",
            "{\"csrfToken\":\"00000000-0000-0000-0000-000000000000\",\"rpc\":[],\"syncId\":0,\"clientId\":0}");
    assertThat(answer).doesNotContain("\"syncId\":1").doesNotContainPattern(STACK_TRACE);
    assertThat(status(answer) != 200 || answer.contains("sessionExpired")).as(answer).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"' OR 1=1--", "admin\u0000", "*)(objectClass=*", "${jndi:ldap://x}", "дба", "."})
  void whoeverIsNotKnownHearsTheSame(String name) {
    assertThat(signIn(name, "wrong")).contains("Location: /login?error");
  }

  @Test
  void longNamesAndPasswordsAreAnsweredSoon() {
    var started = System.nanoTime();
    assertThat(signIn("n".repeat(10_000), "wrong")).contains("Location: /login?");
    assertThat(signIn("viewer", "p".repeat(4_096))).contains("Location: /login?long");
    assertThat(signIn("viewer", "é".repeat(4_096))).contains("Location: /login?long");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theAuditLogHasTheAddressThatWasSeenAndNotTheOneThatWasClaimed() {
    var door = get("/login", "");
    send(
        "POST /login",
        cookie(found(SESSION, door))
            + "X-Forwarded-For: 203.0.113.9\r\nForwarded: for=203.0.113.9\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n",
        "username=nobody-there&password=x&_csrf="
            + URLEncoder.encode(found(CSRF, door), StandardCharsets.UTF_8));
    var log = get("/api/v1/audit?limit=100", "Authorization: Bearer " + Console.TOKEN + "\r\n");
    assertThat(status(log)).isEqualTo(200);
    assertThat(log).contains("nobody-there", "127.0.0.1").doesNotContain("203.0.113.9");
  }

  // ---- programs ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/clusters/lab/%3Cscript%3E",
        "/api/v1/clusters/..%2f..%2fetc/x",
        "/api/v1/changes?limit=abc",
        "/api/v1/changes?limit=-1",
        "/api/v1/changes/99999999999999999999",
        "/api/v1/audit?limit=1000000000",
        "/api/v1/audit?from=yesterday",
        "/api/v1/audit?q=%25%5F%27%5C(a%2B)%2B%24",
      })
  void wrongParametersGetAnAnswer(String path) {
    var answer = get(path, "Authorization: Bearer " + Console.TOKEN + "\r\n");
    assertThat(status(answer)).as(answer).isBetween(200, 499);
    assertThat(answer).doesNotContainPattern(STACK_TRACE).doesNotContain("<script>");
  }
}
