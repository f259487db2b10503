package dev.bascule.access.internal;

import dev.bascule.access.NewPerson;
import dev.bascule.access.Password;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * People and tokens to begin with, from a YAML file that only its owner can read. It is read once,
 * at a start at which there is nobody:
 *
 * <pre>{@code
 * people:
 *   - {name: dba, display-name: "Dana (DBA)", roles: [DBA], scope: [production], password: "…"}
 * tokens:
 *   - {name: monitoring, scope: [production], token: "…"}
 * }</pre>
 *
 * <p>{@code display-name} and {@code scope} (all environments) may be left out, {@code tokens} too.
 */
record Bootstrap(List<Someone> people, List<Token> tokens) {
  private static final int LARGEST = 256 * 1024;

  /** Somebody to be made, with a password. */
  record Someone(NewPerson person, Password password) {}

  /** A token to be accepted. */
  record Token(String name, Scope scope, String text) {
    @Override
    public String toString() {
      return "Token[" + name + ", hidden]";
    }
  }

  /** The file can't be used; says where and why, and no secret. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(Path file, String where, String why) {
      super("%s: %s: %s".formatted(file, where, why));
    }
  }

  /**
   * Reads a file.
   *
   * @throws Refused if others may read it, or it doesn't say what it must
   */
  static Bootstrap read(Path file) {
    String text = text(file);
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LARGEST);
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(10);
    limits.setAllowDuplicateKeys(false);
    Object root;
    try {
      root = new Yaml(new SafeConstructor(limits)).load(text);
    } catch (YAMLException e) {
      // its message would quote the line, and the line may hold a password
      throw new Refused(file, "the file", "it is not valid YAML");
    }
    Reader reader = new Reader(file);
    Map<?, ?> all = reader.map(root, "the file");
    return new Bootstrap(
        reader.each(all, "people", reader::someone), reader.each(all, "tokens", reader::token));
  }

  private static String text(Path file) {
    try {
      Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      open.removeAll(
          Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));
      if (!open.isEmpty()) {
        throw new Refused(file, "the file", "it holds passwords; make it its owner's: chmod 600");
      }
      if (Files.size(file) > LARGEST) {
        throw new Refused(file, "the file", "it is larger than " + LARGEST + " bytes");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refused(
          file, "the file", "it can't be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Walks through the YAML and says where something is wrong. */
  private record Reader(Path file) {
    private interface Element<T> {
      T read(Map<?, ?> map, String where);
    }

    <T> List<T> each(Map<?, ?> all, String key, Element<T> element) {
      List<T> found = new ArrayList<>();
      Object list = all.get(key);
      if (list == null) {
        return found;
      }
      if (!(list instanceof List<?> items) || items.size() > 500) {
        throw new Refused(file, key, "a list is expected");
      }
      for (int i = 0; i < items.size(); i++) {
        String where = "%s[%d]".formatted(key, i);
        try {
          found.add(element.read(map(items.get(i), where), where));
        } catch (IllegalArgumentException e) {
          throw new Refused(file, where, String.valueOf(e.getMessage()));
        }
      }
      return List.copyOf(found);
    }

    Map<?, ?> map(@Nullable Object value, String where) {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw new Refused(file, where, "names with values are expected");
    }

    Someone someone(Map<?, ?> map, String where) {
      PersonName name = new PersonName(string(map, "name", where));
      Object shown = map.get("display-name");
      Password password = new Password(string(map, "password", where));
      Passwords.check(password, name.value());
      return new Someone(
          new NewPerson(
              name,
              shown == null ? name.value() : shown.toString(),
              roles(map, where),
              scope(map, where)),
          password);
    }

    Token token(Map<?, ?> map, String where) {
      return new Token(string(map, "name", where), scope(map, where), string(map, "token", where));
    }

    private Set<Role> roles(Map<?, ?> map, String where) {
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      for (String name : strings(map, "roles", where)) {
        try {
          roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw new Refused(file, where + ".roles", "known are " + List.of(Role.values()));
        }
      }
      return roles;
    }

    private Scope scope(Map<?, ?> map, String where) {
      return map.get("scope") == null
          ? Scope.all()
          : Scope.of(new HashSet<>(strings(map, "scope", where)));
    }

    private List<String> strings(Map<?, ?> map, String key, String where) {
      if (map.get(key) instanceof List<?> list) {
        return list.stream().map(String::valueOf).toList();
      }
      throw new Refused(file, where + "." + key, "a list is expected");
    }

    private String string(Map<?, ?> map, String key, String where) {
      if (map.get(key) instanceof String text && !text.isBlank()) {
        return text;
      }
      throw new Refused(file, where + "." + key, "a text is expected");
    }
  }
}
