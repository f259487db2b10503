package dev.bascule.operation.planning;

import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.Kinship;
import dev.bascule.pglift.Vacancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member's host answered over SSH when it was asked just now.
 *
 * @param configurationLoadedAt when PostgreSQL last loaded its configuration, by the host's clock;
 *     null when it could not be asked
 * @param disk null when it could not be asked
 * @param instances every instance that pglift knows there; null when it could not be asked
 * @param kept what pglift kept there of the member; null when it could not be asked
 * @param place what the host has for a member that isn't there yet; null when it could not be asked
 * @param kinship what a new member takes over from this one, without secrets; null likewise
 */
public record HostAnswer(
    @Nullable Instant configurationLoadedAt,
    @Nullable Disk disk,
    @Nullable List<Instance> instances,
    @Nullable Kept kept,
    @Nullable Place place,
    @Nullable Kinship kinship,
    Instant at) {
  /** Of a member that is there, and of whom nobody takes over anything. */
  public HostAnswer(
      @Nullable Instant configurationLoadedAt,
      @Nullable Disk disk,
      @Nullable List<Instance> instances,
      @Nullable Kept kept,
      Instant at) {
    this(configurationLoadedAt, disk, instances, kept, null, null, at);
  }

  /** Copies. */
  public HostAnswer {
    instances = instances == null ? null : List.copyOf(instances);
  }

  /**
   * A host for a new member.
   *
   * @param host the name by which people know it
   * @param account who runs commands there
   */
  public record Place(String host, String account, Vacancy vacancy) {}

  /** Only what pglift has there. */
  public static HostAnswer having(List<Instance> instances, Instant at) {
    return new HostAnswer(null, null, instances, null, at);
  }

  /**
   * Patroni's configurations of a member that pglift kept when it dropped it as the last one.
   *
   * @param host the name by which people know the host
   * @param account who can read them
   * @param files their paths, the oldest first
   */
  public record Kept(String host, String account, List<String> files) {
    /** Copies. */
    public Kept {
      files = List.copyOf(files);
    }
  }

  /** One of the instances; empty when it isn't there, or pglift could not be asked. */
  public Optional<Instance> instance(InstanceName name) {
    return instances == null
        ? Optional.empty()
        : instances.stream().filter(instance -> instance.name().equals(name)).findFirst();
  }

  /**
   * Where the member's data are.
   *
   * @param used bytes that its data directory takes
   * @param free bytes that are free beside it
   */
  public record Disk(long used, long free) {}
}
