package dev.bascule.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Where clusters and hosts belong, such as production: what it looks like, and as whom the console
 * logs in there.
 *
 * @param name {@code [A-Za-z0-9][A-Za-z0-9._-]{0,62}}; its identity, never changes
 * @param colour {@code #rrggbb}
 * @param production whether it is to be unmistakable
 * @param criticality of its clusters unless they say otherwise
 * @param account that the console logs in as on its hosts
 * @param owner the account that owns the instances, reached by {@code sudo -u}; null when {@code
 *     account} owns them itself
 * @param version counts changes; 0 for a new one
 */
public record Environment(
    String name,
    String colour,
    boolean production,
    Criticality criticality,
    String account,
    @Nullable String owner,
    long version) {

  /** Refuses what isn't a name, a colour or an account. */
  public Environment {
    Checked.name("name", name);
    Checked.colour("colour", colour);
    Checked.account("account", account);
    if (owner != null) {
      Checked.account("owner", owner);
    }
  }
}
