package dev.bascule.patroni.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS from the PEM texts of an identity. */
final class RestTls {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private RestTls() {}

  /**
   * A context of TLS.
   *
   * @throws UnusableIdentity when the texts can't be read, or key and certificate don't fit
   */
  static SSLContext context(RestIdentity identity) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys(identity), trust(identity.caPem()), null);
      return context;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new UnusableIdentity(e);
    }
  }

  private static javax.net.ssl.TrustManager @Nullable [] trust(@Nullable String caPem)
      throws GeneralSecurityException, IOException {
    if (caPem == null) {
      return null; // the runtime's own
    }
    var store = empty();
    var number = 0;
    for (var certificate : certificates(caPem)) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static javax.net.ssl.KeyManager @Nullable [] keys(RestIdentity identity)
      throws GeneralSecurityException, IOException {
    var certificatePem = identity.certificatePem();
    var keyPem = identity.keyPem();
    if (certificatePem == null || keyPem == null) {
      return null;
    }
    var chain = List.copyOf(certificates(certificatePem));
    var key = key(keyPem, chain.getFirst().getPublicKey().getAlgorithm());
    fit(key, chain.getFirst());
    var store = empty();
    store.setKeyEntry("console", key, new char[0], chain.toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws CertificateException {
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    if (certificates.isEmpty()) {
      throw new CertificateException("there is no certificate in it");
    }
    return certificates;
  }

  private static PrivateKey key(String pem, String algorithm) throws GeneralSecurityException {
    var match = KEY.matcher(pem);
    if (!match.find()) {
      throw new GeneralSecurityException("there is no private key in PKCS#8 in it");
    }
    var encoded = Base64.getMimeDecoder().decode(match.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** What the key signs, the certificate must verify. */
  private static void fit(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    var signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    var signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the key is not the certificate's");
    }
  }

  /** Our own texts can't be used. */
  static final class UnusableIdentity extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableIdentity(Throwable cause) {
      super("the client certificate and its key don't fit, or can't be read", cause);
    }
  }
}
