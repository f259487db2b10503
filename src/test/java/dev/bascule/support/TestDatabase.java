package dev.bascule.support;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * One database of a test's own, migrated.
 *
 * @param kind which of the two
 * @param url the JDBC URL
 * @param user its owner
 * @param password the owner's password
 * @param source a pool on it
 */
public record TestDatabase(
    Database kind, String url, String user, String password, HikariDataSource source) {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FILE = "bascule.mv.db";
  private static final Supplier<Path> MIGRATED = SingletonSupplier.of(TestDatabase::migratedFile);

  static TestDatabase h2() {
    return h2("");
  }

  /**
   * One on a disk that a test fills.
   *
   * @param disk what stands before the file's name in its URL
   */
  static TestDatabase h2(String disk) {
    try {
      Path directory = Trees.temporary("bascule-h2-");
      Files.copy(MIGRATED.get().resolve(FILE), directory.resolve(FILE));
      var url = consoleUrl(directory).replace("jdbc:h2:file:", "jdbc:h2:" + disk + "file:");
      return open(Database.H2, url, "sa", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Migrates one file, once; the others are copies. */
  private static Path migratedFile() {
    try {
      Path directory = Trees.temporary("bascule-h2-");
      try (HikariDataSource source = open(Database.H2, consoleUrl(directory), "sa", "").source) {
        migrate(source, "h2");
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestDatabase postgresql() {
    PostgresServer server = PostgresServer.running();
    String name = "test_" + NUMBER.incrementAndGet();
    server.create(name);
    return open(Database.POSTGRESQL, server.url(name), PostgresServer.USER, server.password());
  }

  private static TestDatabase open(Database kind, String url, String user, String password) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setPassword(password);
    source.setMaximumPoolSize(12);
    source.setMinimumIdle(0);
    // nobody closes a test's pool: its connections end by themselves
    source.setIdleTimeout(10_000);
    source.setConnectionTimeout(10_000);
    source.setConnectionTestQuery(
        setting("spring.datasource.hikari.connection-test-query", Map.of()));
    return new TestDatabase(kind, url, user, password, source);
  }

  static void migrate(DataSource source, String vendor) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/common", "classpath:db/" + vendor)
        .load()
        .migrate();
  }

  /** The very URL of the console's settings, in another directory. */
  private static String consoleUrl(Path directory) {
    return setting("bascule.db.url", Map.of("bascule.data", directory.toString()));
  }

  /** What the console's settings say. */
  private static String setting(String name, Map<String, Object> more) {
    try {
      MutablePropertySources sources = new MutablePropertySources();
      sources.addLast(new MapPropertySource("test", more));
      new YamlPropertySourceLoader()
          .load("console", new ClassPathResource("application.yaml"))
          .forEach(sources::addLast);
      return new PropertySourcesPropertyResolver(sources).getRequiredProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plain SQL on it. */
  public JdbcClient.StatementSpec sql(String sql) {
    return JdbcClient.create(source).sql(sql);
  }

  /** For services that are built by hand. */
  public JdbcClient client() {
    return JdbcClient.create(source);
  }

  /** Transactions on it. */
  public JdbcTransactionManager transactions() {
    return new JdbcTransactionManager(source);
  }

  /** Runs something in one transaction. */
  public <T> T inTransaction(Supplier<T> work) {
    T result = new TransactionTemplate(transactions()).execute(status -> work.get());
    return Objects.requireNonNull(result);
  }

  /** The console's settings that lead to this database. */
  public void settings(BiConsumer<String, String> to) {
    to.accept("bascule.db.url", url);
    to.accept("bascule.db.user", user);
    to.accept("bascule.db.password", password);
  }
}
