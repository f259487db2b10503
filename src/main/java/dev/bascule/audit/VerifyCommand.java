package dev.bascule.audit;

import dev.bascule.audit.internal.StandaloneCheck;
import java.io.PrintStream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;

/**
 * Checks the chain from the command line, with the console's own settings but without the console:
 * beside a running one, or when there is none. Of the embedded database it checks a copy, since the
 * file itself belongs to the console that has it open; of PostgreSQL the tables as they are.
 */
public final class VerifyCommand {
  /** The chain holds. */
  public static final int HOLDS = 0;

  /** The chain is broken. */
  public static final int BROKEN = 1;

  /** It could not be read. */
  public static final int UNREADABLE = 2;

  private VerifyCommand() {}

  /** Nothing but the settings. */
  @Configuration(proxyBeanMethods = false)
  static class Settings {}

  /**
   * Checks and says what was found.
   *
   * @param arguments settings in Spring's form, such as {@code --bascule.data=DIR}
   * @return {@link #HOLDS}, {@link #BROKEN} or {@link #UNREADABLE}, the process's exit status
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    // what the build prepared is the whole console
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    try (ConfigurableApplicationContext settings =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties("logging.level.root=error")
            .run(arguments)) {
      Environment set = settings.getEnvironment();
      return tell(
          StandaloneCheck.of(
                  set.getRequiredProperty("bascule.db.url"),
                  set.getRequiredProperty("bascule.db.user"),
                  set.getRequiredProperty("bascule.db.password"))
              .verify(),
          out);
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      err.println("The audit log could not be read: " + cause.getMessage());
      return UNREADABLE;
    }
  }

  private static int tell(AuditCheck.Verdict verdict, PrintStream out) {
    return switch (verdict) {
      case AuditCheck.Verified verified -> {
        out.printf("The audit log holds: %d entries%nhead %s%n", verified.count(), verified.head());
        yield HOLDS;
      }
      case AuditCheck.Broken broken -> {
        out.printf("The audit log is broken at entry %d: %s%n", broken.seq(), words(broken.why()));
        yield BROKEN;
      }
    };
  }

  private static String words(AuditCheck.Why why) {
    return switch (why) {
      case CHANGED -> "it was changed after it was written";
      case MISSING -> "it is missing";
      case ADDED -> "it was added beside the console";
      case UNLINKED -> "it doesn't follow from the entry before; one of the two was replaced";
      case HEAD -> "the head of the chain doesn't fit it";
    };
  }
}
