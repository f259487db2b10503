package dev.bascule.inventory.internal;

import dev.bascule.inventory.Unacceptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping in a YAML file and its place there, for errors that a person can follow. Shows none of
 * its values: some are secrets.
 */
record SeedNode(String place, Map<?, ?> values) {
  private static final int LARGEST = 4 * 1024 * 1024;

  static SeedNode read(Path file) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(10);
    options.setCodePointLimit(LARGEST);
    try {
      var loaded = new Yaml(new SafeConstructor(options)).<Object>load(Files.readString(file));
      if (loaded instanceof Map<?, ?> map) {
        return new SeedNode("", map);
      }
      throw new Seed.Unreadable(
          file + ": it must be a mapping of environments, dcs, hosts, clusters");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new Seed.Unreadable(
          file + ": no YAML" + (mark == null ? "" : " at line " + (mark.getLine() + 1)));
    } catch (YAMLException e) {
      throw new Seed.Unreadable(file + ": no YAML");
    } catch (IOException e) {
      throw new Seed.Unreadable(file + ": can't be read");
    }
  }

  /** Refuses names that mean nothing here: they are most likely misspelt. */
  void only(String... names) {
    var known = Set.of(names);
    for (var key : values.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new Seed.Unreadable(
            at(String.valueOf(key)) + ": unknown; known are " + List.of(names));
      }
    }
  }

  private String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  Optional<String> optional(String name) {
    var value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List) {
      throw new Seed.Unreadable(at(name) + ": must be a text");
    }
    return Optional.of(value.toString());
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> new Seed.Unreadable(at(name) + ": is missing"));
  }

  boolean flag(String name) {
    return optional(name).map("true"::equalsIgnoreCase).orElse(false);
  }

  Optional<Integer> number(String name) {
    try {
      return optional(name).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw new Seed.Unreadable(at(name) + ": must be a whole number");
    }
  }

  List<String> texts(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> throw new Seed.Unreadable(at(name) + ": must be a list");
    };
  }

  Optional<SeedNode> child(String name) {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(new SeedNode(at(name), map));
      default -> throw new Seed.Unreadable(at(name) + ": must be a mapping");
    };
  }

  List<SeedNode> list(String name) {
    var found = new ArrayList<SeedNode>();
    switch (values.get(name)) {
      case null -> {
        // nothing of the kind
      }
      case List<?> list -> {
        for (var one : list) {
          var here = at(name) + "[" + found.size() + "]";
          if (!(one instanceof Map<?, ?> map)) {
            throw new Seed.Unreadable(here + ": must be a mapping");
          }
          found.add(new SeedNode(here, map));
        }
      }
      default -> throw new Seed.Unreadable(at(name) + ": must be a list");
    }
    return found;
  }

  /** Puts the place before whatever is refused inside. */
  <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (Unacceptable e) {
      throw new Seed.Unreadable(at(e.field()) + ": " + e.code() + " " + e.args());
    } catch (IllegalArgumentException e) {
      throw new Seed.Unreadable(place + ": " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return place;
  }
}
