package dev.bascule.pglift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The manifest of an instance for {@code pglift instance apply}, as YAML, in which each secret is a
 * name in double braces: so it can be shown, agreed to and kept. Only what is sent holds them.
 */
public final class Manifest {
  /** The superuser's password. */
  public static final String SUPERUSER = "surole_password";

  /** The replication role's password. */
  public static final String REPLICATION = "replrole_password";

  /** The backup role's password. */
  public static final String BACKUP = "backup_password";

  /** The password for etcd. */
  public static final String ETCD = "etcd_password";

  /** The password for Patroni's REST API. */
  public static final String API = "restapi_password";

  private static final Pattern PLACE = Pattern.compile("\"\\{\\{ ([a-z_]{1,40}) }}\"");

  private Manifest() {}

  /** What it is made of, besides what it shares with another member. */
  public record Member(
      InstanceName instance, int port, String cluster, String node, String address, int apiPort) {}

  /** As YAML, without a secret. */
  public static String of(Member member, Kinship kinship) {
    var lines = new ArrayList<String>();
    lines.add("name: " + quoted(member.instance().name()));
    lines.add("version: " + quoted(member.instance().version()));
    lines.add("port: " + member.port());
    lines.add("state: started");
    secret(lines, "", SUPERUSER, SUPERUSER, kinship);
    secret(lines, "", REPLICATION, REPLICATION, kinship);
    if (kinship.stanza() != null) {
      lines.add("pgbackrest:");
      lines.add("  stanza: " + quoted(kinship.stanza()));
      secret(lines, "  ", "password", BACKUP, kinship);
    }
    lines.add("patroni:");
    lines.add("  cluster: " + quoted(member.cluster()));
    lines.add("  node: " + quoted(member.node()));
    lines.add("  restapi:");
    String api = quoted(joined(member.address(), member.apiPort()));
    lines.add("    connect_address: " + api);
    lines.add("    listen: " + api);
    account(lines, "    authentication:", "      ", kinship.apiUser(), API, kinship);
    lines.add("  postgresql:");
    lines.add("    connect_host: " + quoted(member.address()));
    account(lines, "  etcd:", "    ", kinship.etcdUser(), ETCD, kinship);
    return String.join("\n", lines) + "\n";
  }

  private static String joined(String address, int port) {
    return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
  }

  private static void account(
      List<String> lines,
      String heading,
      String indent,
      @org.jspecify.annotations.Nullable String user,
      String secret,
      Kinship kinship) {
    if (user == null || !kinship.secrets().containsKey(secret)) {
      return;
    }
    lines.add(heading);
    lines.add(indent + "username: " + quoted(user));
    secret(lines, indent, "password", secret, kinship);
  }

  private static void secret(
      List<String> lines, String indent, String key, String name, Kinship kinship) {
    if (kinship.secrets().containsKey(name)) {
      lines.add(indent + key + ": \"{{ " + name + " }}\"");
    }
  }

  /**
   * With the secrets in their places: to be sent over standard input, and nothing else.
   *
   * @throws IllegalArgumentException when one is missing
   */
  public static String filled(String manifest, SortedMap<String, String> secrets) {
    Matcher place = PLACE.matcher(manifest);
    return place.replaceAll(
        found -> {
          String secret = ((Map<String, String>) secrets).get(found.group(1));
          if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException("there is no " + found.group(1));
          }
          return Matcher.quoteReplacement(quoted(secret));
        });
  }

  /** As YAML reads it, whatever is in it. */
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        default -> {
          if (c < ' ' || c >= 0x7f) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
