package dev.bascule.secrets.internal;

import dev.bascule.secrets.Vault.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file that holds the key: one line, {@code bascule-key-1 ID BASE64}. It belongs to its owner
 * alone; a group may read it, as container platforms hand files out so.
 */
final class SecretKeyFile {
  private static final Pattern LINE =
      Pattern.compile("bascule-key-1 ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=)\\s*");
  private static final int LARGEST = 1_000;
  private static final Set<PosixFilePermission> NEVER =
      Set.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path file;

  SecretKeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  Path file() {
    return file;
  }

  boolean exists() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What reading it gives. */
  sealed interface Content {}

  /**
   * A key.
   *
   * @param id names it, and says nothing about it
   */
  record Key(String id, SecretKeySpec secret) implements Content {
    static Key of(String id, byte[] bytes) {
      return new Key(id, new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public String toString() {
      return "Key[" + id + ", hidden]";
    }
  }

  /** No key, because of that. */
  record Unusable(Cause cause) implements Content {}

  Content read() {
    if (!exists()) {
      return new Unusable(Cause.MISSING);
    }
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(NEVER::contains)) {
        return new Unusable(Cause.TOO_OPEN);
      }
      if (Files.size(file) > LARGEST) {
        return new Unusable(Cause.UNREADABLE);
      }
      Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      return line.matches()
          ? Key.of(line.group(1), Base64.getDecoder().decode(line.group(2)))
          : new Unusable(Cause.UNREADABLE);
    } catch (IOException e) {
      return new Unusable(Cause.UNREADABLE);
    }
  }

  /**
   * Makes a new key, on the disk before anything is encrypted with it.
   *
   * @throws IOException also if there is such a file
   */
  Key create() throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] id = new byte[8];
    byte[] bytes = new byte[32];
    random.nextBytes(id);
    random.nextBytes(bytes);
    Key key = Key.of(HexFormat.of().formatHex(id), bytes);
    Files.createDirectories(
        file.resolveSibling(".").normalize(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String line =
        "bascule-key-1 %s %s%n".formatted(key.id, Base64.getEncoder().encodeToString(bytes));
    Files.writeString(
        file, line, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    return key;
  }
}
