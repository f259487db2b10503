package dev.bascule.inventory.internal;

import dev.bascule.inventory.CertificateFacts;
import dev.bascule.inventory.Unacceptable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMKeyPair;

/** Certificates from PEM, read, checked and written in one form. */
record PemCertificates(List<X509Certificate> certificates) {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  PemCertificates {
    certificates = List.copyOf(certificates);
  }

  /**
   * Reads authorities to be trusted.
   *
   * @throws Unacceptable also when none of them is valid now
   */
  static PemCertificates authorities(String field, String text, Instant now) {
    var read = read(field, text);
    if (read.certificates.stream().noneMatch(one -> isValid(one, now))) {
      throw dates(field, read.certificates.getFirst(), now);
    }
    return read;
  }

  /**
   * Reads the console's own certificate, first, and what leads to its authority.
   *
   * @throws Unacceptable also when it isn't valid now
   */
  static PemCertificates own(String field, String text, Instant now) {
    var read = read(field, text);
    var first = read.certificates.getFirst();
    if (!isValid(first, now)) {
      throw dates(field, first, now);
    }
    return read;
  }

  /** Reads what was checked when it was kept. */
  static PemCertificates kept(String text) {
    return read("certificate", text);
  }

  private static PemCertificates read(String field, String text) {
    var found = new ArrayList<X509Certificate>();
    for (var object : PemTexts.objects(field, text)) {
      switch (object) {
        case X509CertificateHolder holder -> found.add(certificate(field, holder));
        case PEMKeyPair pair -> throw new Unacceptable(field, "certificate.is.key");
        case PrivateKeyInfo key -> throw new Unacceptable(field, "certificate.is.key");
        default -> throw new Unacceptable(field, "certificate.is.other");
      }
    }
    return new PemCertificates(found);
  }

  private static X509Certificate certificate(String field, X509CertificateHolder holder) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (CertificateException | IOException e) {
      throw new Unacceptable(field, "pem.unreadable");
    }
  }

  private static boolean isValid(X509Certificate certificate, Instant now) {
    return !now.isBefore(certificate.getNotBefore().toInstant())
        && !now.isAfter(certificate.getNotAfter().toInstant());
  }

  private static Unacceptable dates(String field, X509Certificate certificate, Instant now) {
    return now.isAfter(certificate.getNotAfter().toInstant())
        ? new Unacceptable(field, "certificate.expired", certificate.getNotAfter().toInstant())
        : new Unacceptable(field, "certificate.not.yet", certificate.getNotBefore().toInstant());
  }

  /** The first one's key is the one that a private key must fit. */
  X509Certificate first() {
    return certificates.getFirst();
  }

  List<CertificateFacts> facts() {
    return certificates.stream().map(PemCertificates::facts).toList();
  }

  private static CertificateFacts facts(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new CertificateFacts(
          certificate.getSubjectX500Principal().getName(),
          certificate.getIssuerX500Principal().getName(),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** Without the words around them. */
  String pem() {
    var text = new StringBuilder();
    for (var certificate : certificates) {
      try {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(new String(LINES.encode(certificate.getEncoded()), StandardCharsets.US_ASCII))
            .append("\n-----END CERTIFICATE-----\n");
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate that was read can be written", e);
      }
    }
    return text.toString();
  }
}
