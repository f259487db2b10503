package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.dcs.DcsEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a consumer of a stream would have in its memory, and all that it was told. */
final class Mirror implements Consumer<DcsEvent> {
  private final Map<String, DcsEntry> entries = new TreeMap<>();
  private final List<DcsEvent> told = new ArrayList<>();
  private long revision;

  @Override
  public synchronized void accept(DcsEvent event) {
    told.add(event);
    switch (event) {
      case DcsEvent.Listed listed -> {
        entries.clear();
        listed.entries().forEach(entry -> entries.put(entry.key(), entry));
        revision = listed.revision();
      }
      case DcsEvent.Changed changed -> {
        if (changed.revision() <= revision) {
          throw new IllegalStateException("told twice: " + changed.revision());
        }
        revision = changed.revision();
        changed.changes().forEach(this::change);
      }
      case DcsEvent.Alive alive -> {}
      case DcsEvent.OutOfSight gone -> {}
    }
  }

  private void change(DcsChange change) {
    switch (change) {
      case DcsChange.Put(var entry) -> entries.put(entry.key(), entry);
      case DcsChange.Deleted(var key, var at) -> entries.remove(key);
    }
  }

  synchronized Map<String, String> texts() {
    return entries.values().stream()
        .collect(
            Collectors.toMap(
                DcsEntry::key, entry -> new String(entry.value(), StandardCharsets.UTF_8)));
  }

  synchronized List<DcsEntry> entries() {
    return List.copyOf(entries.values());
  }

  synchronized <T extends DcsEvent> List<T> told(Class<T> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  synchronized DcsEvent last() {
    return told.getLast();
  }

  /** Forgets what was told, not what is there. */
  synchronized void forgetTold() {
    told.clear();
  }
}
