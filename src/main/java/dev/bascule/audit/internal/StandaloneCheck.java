package dev.bascule.audit.internal;

import dev.bascule.audit.AuditCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A check of a database that this process doesn't otherwise use. The embedded database's file is
 * copied first: the store only ever appends, and frees space no sooner than 45 s later, so a copy
 * that takes less is the database as it was at one moment of it.
 */
public final class StandaloneCheck implements AuditCheck {
  private static final Pattern FILE = Pattern.compile("jdbc:h2:file:([^;]+)(;.*)?");
  private static final String SUFFIX = ".mv.db";

  private final String url;
  private final String user;
  private final String password;

  private StandaloneCheck(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** A check of the database that these settings name. */
  public static StandaloneCheck of(String url, String user, String password) {
    return new StandaloneCheck(url, user, password);
  }

  @Override
  public Verdict verify(Progress progress) {
    Matcher embedded = FILE.matcher(url);
    return embedded.matches()
        ? ofCopy(Path.of(embedded.group(1) + SUFFIX), progress)
        : check(url, progress);
  }

  private Verdict ofCopy(Path file, Progress progress) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("there is no database " + file);
    }
    try {
      Path directory = Files.createTempDirectory("bascule-verify-");
      Path copy = directory.resolve("copy" + SUFFIX);
      try {
        Files.copy(file, copy);
        return check(
            "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;ACCESS_MODE_DATA=r"
                .formatted(directory.resolve("copy")),
            progress);
      } finally {
        Files.deleteIfExists(copy);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Verdict check(String at, Progress progress) {
    SingleConnectionDataSource source = new SingleConnectionDataSource(at, user, password, true);
    try {
      return new ChainCheck(source).verify(progress);
    } finally {
      source.destroy();
    }
  }
}
