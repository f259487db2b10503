package dev.bascule.inventory.internal;

import dev.bascule.inventory.Unacceptable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;

/** What stands in a PEM text, whatever line ends and words around it; bounded. */
final class PemTexts {
  /** The vault keeps no larger secret, and no sensible chain is larger. */
  static final int LARGEST = 64 * 1024;

  private static final int MOST = 20;

  private PemTexts() {}

  /** Null for blank. */
  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * Every object in it, in order.
   *
   * @throws Unacceptable if it is too large, holds nothing, or something that can't be read
   */
  static List<Object> objects(String field, String text) {
    if (text.length() > LARGEST) {
      throw new Unacceptable(field, "pem.too.large", LARGEST / 1024);
    }
    if (text.contains("BEGIN OPENSSH PRIVATE KEY")) {
      throw new Unacceptable(field, "key.openssh");
    }
    if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
      throw new Unacceptable(field, "key.encrypted");
    }
    var found = new ArrayList<Object>();
    try (var parser = new PEMParser(new StringReader(text.replace("\r\n", "\n")))) {
      for (var next = parser.readObject(); next != null; next = parser.readObject()) {
        if (found.size() == MOST) {
          throw new Unacceptable(field, "too.many", MOST);
        }
        found.add(next);
      }
    } catch (PEMException e) {
      // its message may quote what was given: it goes no further
      throw new Unacceptable(field, "pem.unreadable");
    } catch (IOException | RuntimeException e) {
      if (e instanceof Unacceptable known) {
        throw known;
      }
      throw new Unacceptable(field, "pem.unreadable");
    }
    if (found.isEmpty()) {
      throw new Unacceptable(field, "pem.nothing");
    }
    return found;
  }
}
