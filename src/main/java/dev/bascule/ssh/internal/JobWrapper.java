package dev.bascule.ssh.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The script that runs jobs on hosts, as this version of the console brings it. */
final class JobWrapper {
  /** Where it lies, below the owner's home. */
  static final String DIRECTORY = ".local/share/bascule";

  /** Its name there. */
  static final String NAME = "bascule-job";

  private final byte[] script;

  private JobWrapper(byte[] script) {
    this.script = script;
  }

  static JobWrapper load() {
    try (var stream = JobWrapper.class.getResourceAsStream("/dev/bascule/ssh/bascule-job")) {
      if (stream == null) {
        throw new IllegalStateException("the console was built without its job wrapper");
      }
      return new JobWrapper(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] script() {
    return script;
  }

  String digest() {
    return sha256(script);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
