package dev.bascule.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.dcs.TestPki;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.Unacceptable;
import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;

/** What people may give as certificates and keys. */
class PemTest {
  private static final TestPki PKI = new TestPki("authority");
  private static final TestPki.Issued OWN = PKI.client("console");

  private static CheckedIdentity checked(String certificate, String key) {
    return CheckedIdentity.of(
        "", new IdentityDraft(PKI.caPem(), certificate, key), () -> null, Instant.now());
  }

  private static void refuses(ThrowingCallable work, String field, String code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Unacceptable.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.toString()).doesNotContain("BEGIN");
            });
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Object object) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  @Test
  void takesACertificateAndItsKeyInPkcs8() {
    var identity = checked(OWN.certificatePem(), OWN.keyPem());
    assertThat(identity.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(identity).asString().doesNotContain("BEGIN");
  }

  @Test
  void takesLineEndsOfWindowsAndWordsAround() {
    var key = "some words\r\n" + OWN.keyPem().replace("\n", "\r\n");
    assertThat(checked(OWN.certificatePem().replace("\n", "\r\n"), key).keyPem())
        .doesNotContain("\r");
  }

  @Test
  void usesTheKeptKeyWhenNoneIsGiven() {
    var identity =
        CheckedIdentity.of(
            "", new IdentityDraft(null, OWN.certificatePem(), " "), OWN::keyPem, Instant.now());
    assertThat(identity.freshKey()).isFalse();
  }

  @Test
  void refusesAKeyThatIsAnothers() {
    refuses(
        () -> checked(OWN.certificatePem(), PKI.client("other").keyPem()), "key", "key.mismatch");
  }

  @Test
  void refusesAnEncryptedKey() {
    var encrypted = new StringWriter();
    try (var writer = new JcaPEMWriter(encrypted)) {
      writer.writeObject(
          pair("RSA", 2048).getPrivate(),
          new JcePEMEncryptorBuilder("AES-256-CBC")
              .setProvider(new BouncyCastleProvider())
              .build("pw".toCharArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    refuses(() -> checked(OWN.certificatePem(), encrypted.toString()), "key", "key.encrypted");
  }

  @Test
  void refusesDsa() {
    refuses(
        () -> checked(OWN.certificatePem(), pem(pair("DSA", 1024).getPrivate())), "key", "key.dsa");
  }

  @Test
  void refusesAShortRsaKey() {
    refuses(
        () -> checked(OWN.certificatePem(), pem(pair("RSA", 1024).getPrivate())),
        "key",
        "key.short");
  }

  @Test
  void refusesAPublicKeyInstead() {
    refuses(
        () -> checked(OWN.certificatePem(), pem(pair("RSA", 2048).getPublic())),
        "key",
        "key.public");
  }

  @Test
  void refusesACertificateInsteadOfAKey() {
    refuses(() -> checked(OWN.certificatePem(), OWN.certificatePem()), "key", "key.is.certificate");
  }

  @Test
  void refusesAKeyInsteadOfACertificate() {
    refuses(() -> checked(OWN.keyPem(), OWN.keyPem()), "certificate", "certificate.is.key");
  }

  @Test
  void refusesOpensshsOwnForm() {
    refuses(
        () ->
            checked(
                OWN.certificatePem(),
                "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----"),
        "key",
        "key.openssh");
  }

  @Test
  void refusesTenMegabytes() {
    refuses(() -> checked(OWN.certificatePem(), "x".repeat(10_000_000)), "key", "pem.too.large");
  }

  @Test
  void refusesWhatIsNoPem() {
    refuses(() -> checked("hello", OWN.keyPem()), "certificate", "pem.nothing");
  }

  @Test
  void refusesADamagedCertificate() {
    refuses(
        () ->
            checked("-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n", OWN.keyPem()),
        "certificate",
        "pem.unreadable");
  }

  @Test
  void refusesAnExpiredCertificate() {
    var old = PKI.expiredClient("console");
    refuses(
        () -> checked(old.certificatePem(), old.keyPem()), "certificate", "certificate.expired");
  }
}
