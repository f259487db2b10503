package dev.bascule.dcs.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Whether a client certificate and a private key belong together. */
final class Identity {
  private static final byte[] PROBE = "bascule".getBytes(StandardCharsets.US_ASCII);

  private Identity() {}

  /**
   * Checks a pair.
   *
   * @throws Troubles.UnreadableIdentity when they don't belong together, or can't be read
   */
  static void check(String certificatePem, String keyPem) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(certificatePem.getBytes(StandardCharsets.US_ASCII)));
      var publicKey = certificate.getPublicKey();
      var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body(keyPem)));
      var privateKey = KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(encoded);
      if (!verifies(privateKey, publicKey)) {
        throw new GeneralSecurityException("the key is not the certificate's");
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Troubles.UnreadableIdentity(e);
    }
  }

  /** Whether a certificate is past its date, or not yet valid; false for one that can't be read. */
  static boolean outOfDate(String certificatePem) {
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(certificatePem.getBytes(StandardCharsets.US_ASCII)));
      if (certificate instanceof X509Certificate dated) {
        dated.checkValidity();
      }
      return false;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  private static String body(String pem) {
    return pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").strip();
  }

  private static boolean verifies(PrivateKey privateKey, PublicKey publicKey)
      throws GeneralSecurityException {
    var algorithm =
        switch (publicKey.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> publicKey.getAlgorithm();
        };
    var signer = Signature.getInstance(algorithm);
    signer.initSign(privateKey);
    signer.update(PROBE);
    var signed = signer.sign();
    signer.initVerify(publicKey);
    signer.update(PROBE);
    return signer.verify(signed);
  }
}
