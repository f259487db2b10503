package dev.bascule.secrets.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a fresh random nonce each time: nonce (12 bytes), ciphertext, tag (16 bytes).
 * What is sealed is bound to a label, so that rows of the table can't be swapped.
 */
final class Sealing {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  Sealing(SecretKeySpec key) {
    this.key = key;
  }

  byte[] seal(String label, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be encrypted on this JDK", e);
    }
  }

  /**
   * The plain bytes; the caller wipes them.
   *
   * @throws NotSealedSo if the key or the label is another one, or a byte was changed
   */
  byte[] open(String label, byte[] sealed) throws NotSealedSo {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw new NotSealedSo();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, label)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException e) {
      throw new NotSealedSo();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be decrypted on this JDK", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** It was sealed with another key or label, or changed since. */
  static final class NotSealedSo extends Exception {
    private static final long serialVersionUID = 1L;

    NotSealedSo() {
      super("not sealed with this key and label");
    }
  }
}
