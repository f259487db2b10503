package dev.bascule.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a cluster. Empty texts mean that nobody said.
 *
 * @param environment the name of its environment; empty: that of its DCS
 * @param site where it is, as a whole
 * @param application what it serves
 * @param owner who it belongs to
 * @param onCall whom to call
 * @param criticality null: that of its environment
 * @param runbook an {@code https} address; empty for none
 * @param entryPoint where its clients connect; null when not said
 */
public record ClusterDetails(
    String environment,
    String site,
    String application,
    String owner,
    String onCall,
    @Nullable Criticality criticality,
    String runbook,
    Set<String> tags,
    @Nullable EntryPoint entryPoint) {
  private static final int MOST_TAGS = 30;

  /** Nothing said. */
  public static final ClusterDetails NONE =
      new ClusterDetails("", "", "", "", "", null, "", Set.of(), null);

  /** Strips and bounds the texts; refuses a runbook that is no plain https address. */
  public ClusterDetails {
    if (!environment.isEmpty()) {
      Checked.name("environment", environment);
    }
    site = Checked.text("site", site, 60);
    application = Checked.text("application", application, 100);
    owner = Checked.text("owner", owner, 200);
    onCall = Checked.text("onCall", onCall, 200);
    runbook = Checked.text("runbook", runbook, 500);
    if (!runbook.isEmpty() && !isRunbook(runbook)) {
      throw new Unacceptable("runbook", "not.https");
    }
    var sorted = new TreeSet<String>();
    for (var tag : tags) {
      var plain = Checked.text("tags", tag, 40);
      if (!plain.isEmpty()) {
        sorted.add(plain);
      }
    }
    if (sorted.size() > MOST_TAGS) {
      throw new Unacceptable("tags", "too.many", MOST_TAGS);
    }
    tags = java.util.Collections.unmodifiableSet(sorted);
  }

  /** Whether a text may be a link: an {@code https} address with a host, and nobody's account. */
  public static boolean isRunbook(String text) {
    try {
      var address = new URI(text);
      return "https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null
          && address.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
