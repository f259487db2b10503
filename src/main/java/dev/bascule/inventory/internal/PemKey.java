package dev.bascule.inventory.internal;

import dev.bascule.inventory.Unacceptable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;

/** A private key from PEM in any of its usual forms, checked; never shown. */
final class PemKey {
  private static final int SHORTEST_RSA = 2048;
  private static final byte[] PROBE = "which key is it".getBytes(StandardCharsets.US_ASCII);
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final PrivateKey key;

  private PemKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads one.
   *
   * @throws Unacceptable with what exactly it is instead of a key that can be used
   */
  static PemKey read(String field, String text) {
    PrivateKeyInfo found = null;
    for (var object : PemTexts.objects(field, text)) {
      switch (object) {
        case PEMKeyPair pair -> found = pair.getPrivateKeyInfo();
        case PrivateKeyInfo info -> found = info;
        case SubjectPublicKeyInfo info -> throw new Unacceptable(field, "key.public");
        case X509CertificateHolder certificate ->
            throw new Unacceptable(field, "key.is.certificate");
        default -> {
          // EC parameters stand before their key; what else there may be decides nothing
        }
      }
    }
    if (found == null) {
      throw new Unacceptable(field, "key.missing");
    }
    return new PemKey(usable(field, found));
  }

  private static PrivateKey usable(String field, PrivateKeyInfo info) {
    var algorithm =
        switch (info.getPrivateKeyAlgorithm().getAlgorithm().getId()) {
          case "1.2.840.113549.1.1.1" -> "RSA";
          case "1.2.840.10045.2.1" -> "EC";
          case "1.3.101.112" -> "Ed25519";
          case "1.2.840.10040.4.1" -> throw new Unacceptable(field, "key.dsa");
          default -> throw new Unacceptable(field, "key.algorithm");
        };
    try {
      var key =
          KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
      if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
        throw new Unacceptable(field, "key.short", rsa.getModulus().bitLength(), SHORTEST_RSA);
      }
      return key;
    } catch (GeneralSecurityException | IOException e) {
      throw new Unacceptable(field, "pem.unreadable");
    }
  }

  /** Whether what the key signs, the public one verifies. */
  boolean fits(PublicKey other) {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(PROBE);
      var signed = signer.sign();
      signer.initVerify(other);
      signer.update(PROBE);
      return signer.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // a public key of another kind
    }
  }

  /** In PKCS#8, as all who use it want it. */
  String pem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + new String(LINES.encode(key.getEncoded()), StandardCharsets.US_ASCII)
        + "\n-----END PRIVATE KEY-----\n";
  }

  @Override
  public String toString() {
    return "PemKey[hidden]";
  }
}
