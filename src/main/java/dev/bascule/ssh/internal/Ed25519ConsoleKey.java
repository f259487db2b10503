package dev.bascule.ssh.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.ssh.ConsoleKey;
import dev.bascule.ssh.KeyStorage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An ed25519 key of the console's own, kept by whoever encrypts. */
@Component
final class Ed25519ConsoleKey implements ConsoleKey {
  /** The provider that sshj itself uses, without registering it for all of the JVM. */
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final KeyStorage storage;

  @GuardedBy("this")
  private @Nullable KeyPair pair;

  Ed25519ConsoleKey(KeyStorage storage) {
    this.storage = storage;
  }

  @Override
  public String authorizedKey() {
    return "ssh-ed25519 "
        + Base64.getEncoder().encodeToString(Fingerprints.wire(pair().getPublic()))
        + " bascule-console";
  }

  @Override
  public String fingerprint() {
    return Fingerprints.of(pair().getPublic());
  }

  synchronized KeyPair pair() {
    var known = pair;
    if (known == null) {
      known = storage.load().map(Ed25519ConsoleKey::read).orElseGet(this::generate);
      pair = known;
    }
    return known;
  }

  private KeyPair generate() {
    try {
      var made = KeyPairGenerator.getInstance("Ed25519", BOUNCY_CASTLE).generateKeyPair();
      storage.save(made.getPrivate().getEncoded());
      // another console on the same database may have been faster: what is kept counts
      return storage.load().map(Ed25519ConsoleKey::read).orElse(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an ed25519 key could not be made", e);
    }
  }

  private static KeyPair read(byte[] pkcs8) {
    try {
      var factory = KeyFactory.getInstance("Ed25519", BOUNCY_CASTLE);
      var privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      var parameters = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
      var info =
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parameters.generatePublicKey());
      var publicKey =
          factory.generatePublic(new java.security.spec.X509EncodedKeySpec(info.getEncoded()));
      return new KeyPair(publicKey, privateKey);
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("the console's own SSH key can't be read", e);
    }
  }
}
