package dev.bascule.pglift;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a new member needs from one that is there, because it has to be the same: passwords, and who
 * they belong to. Shows no secret.
 *
 * @param stanza pgBackRest's; null when the member has none
 * @param etcdUser null when etcd asks for none
 * @param apiUser of Patroni's REST API; null when it asks for none
 * @param rules of the site settings on its host; null when they have no Patroni
 * @param secrets by the names of {@link Manifest}
 */
public record Kinship(
    @Nullable String stanza,
    @Nullable String etcdUser,
    @Nullable String apiUser,
    @Nullable SiteRules rules,
    SortedMap<String, String> secrets) {
  /** Copies. */
  public Kinship {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /** The same without what is secret: only that it is there. */
  public Kinship blank() {
    Map<String, String> blank = new TreeMap<>(secrets);
    blank.replaceAll((name, secret) -> "");
    return new Kinship(stanza, etcdUser, apiUser, rules, new TreeMap<>(blank));
  }

  @Override
  public String toString() {
    return "Kinship[stanza=%s, secrets=%s]".formatted(stanza, secrets.keySet());
  }
}
