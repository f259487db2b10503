package dev.bascule.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste by mistake is seen and masked; what they write on purpose stays. */
class PastedSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "use password=s3cret now | use password=••• now",
        "PGPASSWORD='s3cret, too' psql | PGPASSWORD=••• psql",
        "host=pg1 password=s3,cr;et user=bob | host=pg1 password=••• user=bob",
        "{\"password\": \"s3cret\", \"user\": \"bob\"} | {\"password\": •••, \"user\": \"bob\"}",
        "alter role bob password 's3cret' | alter role bob password •••",
        "le mot de passe : s3cret | le mot de passe : •••",
        "mdp\u00a0: s3cret. | mdp\u00a0: •••",
        "postgresql://bob:s3cret@pg1/db | postgresql://bob:•••@pg1/db",
        "postgresql://bob:s3@cret@pg1/db | postgresql://bob:•••@pg1/db",
        "redis://:s3cret@cache | redis://:•••@cache",
        "key AKIAIOSFODNN7EXAMPLE here | key ••• here",
        "ghp_s3cret0123456789012345678901234567 | •••",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzM2NyZXQifQ.c2lnbmF0dXJl-s3cret | •••",
        "Authorization: Bearer s3cret.token | Authorization: Bearer •••",
        "the token is Xk39fTq8Lm-s3cret | the token is •••",
        "le secret est Ab1$s3cretx | le secret est •••",
        "secret 0123456789abcdef0123 | secret •••",
      })
  void aPastedSecretIsMaskedAndTheRestStays(String text, String masked) {
    assertThat(PastedSecrets.mask(text)).isEqualTo(masked).doesNotContain("s3cret");
  }

  @Test
  void aPrivateKeyIsMaskedEvenWhenItsEndIsMissing() {
    var key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n";
    assertThat(PastedSecrets.mask("a " + key + "-----END OPENSSH PRIVATE KEY----- b"))
        .isEqualTo("a ••• b");
    assertThat(PastedSecrets.mask("a " + key)).isEqualTo("a •••");
  }

  @Test
  void aLongSecretIsMaskedToItsEnd() {
    assertThat(PastedSecrets.mask("token=" + "a1B2".repeat(400) + " end"))
        .isEqualTo("token=••• end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Kernel update on srv-pg1, 02:30 Europe/Paris; ask dana@example.org",
        "token ring, secret santa, the password of replicator has changed",
        "Rotate the password replicator-srv-pg12 uses, ticket DBA-2026-1123",
        "le mot de passe expire demain : préparer la bascule",
        "https://wiki.example/runbook?x=1 and http://10.77.0.11:8008/patroni",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "2001:4860:4860:8888::1 and 52:54:00:12:34:56",
      })
  void whatIsNoSecretStaysAsItIs(String text) {
    assertThat(PastedSecrets.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password=s3cret", "postgresql://bob:s3cret@pg1", "the secret is Ab1$s3cretx"})
  void maskingTwiceIsMaskingOnce(String text) {
    var once = PastedSecrets.mask(text);
    assertThat(PastedSecrets.mask(once)).isEqualTo(once);
  }

  @Test
  void hostileTextTakesNoTime() {
    var began = System.nanoTime();
    for (var piece :
        new String[] {"password ", "-----BEGIN PRIVATE KEY-----", "://a:", "eyJ-", "token='"}) {
      assertThat(PastedSecrets.mask(piece.repeat(1_000))).isNotEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
  }
}
