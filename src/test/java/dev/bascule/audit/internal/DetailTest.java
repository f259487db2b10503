package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.audit.PastedSecrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What callers say about an entry becomes bounded, sorted JSON without secrets. */
class DetailTest {
  @Test
  void sortsKeys() {
    assertThat(Detail.json(Map.of("b", 1, "a", List.of(true, "x"))))
        .isEqualTo("{\"a\":[true,\"x\"],\"b\":1}");
  }

  @Test
  void masksWhatIsCalledASecret() {
    assertThat(
            Detail.json(
                Map.of(
                    "surole_password", "s3cret",
                    "API-Key", "s3cret",
                    "nested", Map.of("token", List.of("s3cret")))))
        .doesNotContain("s3cret");
  }

  @Test
  void masksAPastedPassword() {
    assertThat(Detail.json(Map.of("reason", "use password=s3cret, or PGPASSWORD: 's3cret too'")))
        .doesNotContain("s3cret")
        .contains("use password=" + PastedSecrets.MASK);
  }

  @Test
  void masksAPastedPrivateKeyEvenIfCut() {
    String key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\nBBBB\n";
    assertThat(Detail.json(Map.of("text", "see " + key + "-----END OPENSSH PRIVATE KEY----- end")))
        .doesNotContain("AAAA")
        .contains("see ", " end");
    assertThat(Detail.json(Map.of("text", "see " + key))).doesNotContain("AAAA");
  }

  @Test
  void masksCredentialsInAnAddress() {
    assertThat(Detail.json(Map.of("url", "postgresql://bob:s3cret@srv-pg1/db")))
        .contains("postgresql://bob:" + PastedSecrets.MASK + "@srv-pg1/db");
  }

  @Test
  void leavesOrdinaryTextAlone() {
    String text =
        "switchover srv-pg1 → srv-pg2: 'tonight', 100% \"sure\"; token ring, secret santa";
    assertThat(Detail.json(Map.of("reason", text)))
        .contains("tonight")
        .doesNotContain(PastedSecrets.MASK);
  }

  @Test
  void endsInsideItself() {
    Map<String, Object> loop = new HashMap<>();
    loop.put("deeper", Map.of("deeper", Map.of("deeper", Map.of("deeper", loop.toString()))));
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(i);
    }
    loop.put("many", many);
    assertThat(Detail.json(loop).length()).isLessThan(Detail.LONGEST);
  }

  @Test
  void staysWithinItsBoundHoweverMuchIsSaid() {
    Map<String, String> much = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      much.put("key" + i, "\n\"".repeat(5_000));
    }
    assertThat(Detail.json(much).length()).isLessThanOrEqualTo(Detail.LONGEST);
  }

  @Test
  void takesHalfACharacterForNone() {
    assertThat(Detail.json(Map.of("text", "a\ud83d"))).isEqualTo("{\"text\":\"a\ufffd\"}");
  }
}
