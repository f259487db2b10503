package dev.bascule.dcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found, endpoint by endpoint, and whether the prefix can be read.
 *
 * @param clusters the names found below the prefix; empty when it can't be read
 * @param trouble what keeps the prefix from being read; null when it can
 */
public record DcsTest(
    List<Endpoint> endpoints, List<String> clusters, @Nullable DcsTrouble trouble) {
  /** Copies. */
  public DcsTest {
    endpoints = List.copyOf(endpoints);
    clusters = List.copyOf(clusters);
  }

  /** Whether the prefix can be read. */
  public boolean works() {
    return trouble == null;
  }

  /**
   * One endpoint.
   *
   * @param detail the library's words, for the curious; null when all is well
   */
  public record Endpoint(String endpoint, @Nullable DcsTrouble trouble, @Nullable String detail) {}
}
