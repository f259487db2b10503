package dev.bascule.dcs;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for one test, and what it signs. */
public final class TestPki {
  private static final Duration YEAR = Duration.ofDays(365);
  private final AtomicLong serial = new AtomicLong(1);
  private final X500Name name;
  private final KeyPair keys;
  private final X509CertificateHolder certificate;

  /** An authority of this name. */
  public TestPki(String commonName) {
    this.name = new X500Name("CN=" + commonName);
    this.keys = pair();
    this.certificate = sign(name, keys, Instant.now().plus(YEAR), true, new String[0]);
  }

  /** The authority's own certificate. */
  public String caPem() {
    return pem(certificate);
  }

  /** A server's certificate for these names and addresses. */
  public Issued server(String... names) {
    return issue("CN=" + names[0], Instant.now().plus(YEAR), names);
  }

  /** A server's certificate that is past its date. */
  public Issued expired(String... names) {
    return issue("CN=" + names[0], Instant.now().minus(Duration.ofDays(1)), names);
  }

  /** A client's certificate. */
  public Issued client(String commonName) {
    return issue("CN=" + commonName, Instant.now().plus(YEAR));
  }

  /** A client's certificate that is past its date. */
  public Issued expiredClient(String commonName) {
    return issue("CN=" + commonName, Instant.now().minus(Duration.ofDays(1)));
  }

  /** A certificate and its key, both as PEM, the key in PKCS#8. */
  public record Issued(String certificatePem, String keyPem) {}

  private Issued issue(String subject, Instant until, String... names) {
    var own = pair();
    var signed = sign(new X500Name(subject), own, until, false, names);
    try {
      return new Issued(pem(signed), pem(new JcaPKCS8Generator(own.getPrivate(), null)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509CertificateHolder sign(
      X500Name subject, KeyPair own, Instant until, boolean authority, String[] names) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(serial.getAndIncrement()),
              Date.from(until.minus(YEAR.multipliedBy(2))),
              Date.from(until),
              subject,
              own.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      addNames(builder, names);
      return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    } catch (OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addNames(JcaX509v3CertificateBuilder builder, String[] names)
      throws CertIOException {
    if (names.length > 0) {
      var alternatives =
          Arrays.stream(names)
              .map(
                  one ->
                      new GeneralName(
                          one.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName,
                          one))
              .toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
    }
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
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
}
