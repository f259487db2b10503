package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.dcs.DcsSnapshot;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KeyValue;
import io.etcd.jetcd.kv.GetResponse;
import io.etcd.jetcd.options.GetOption;
import io.etcd.jetcd.options.OptionsUtil;
import io.etcd.jetcd.watch.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Linearizable reads, with a limit each. */
final class EtcdReading {
  private static final int PAGE = 1000;

  private EtcdReading() {}

  /** All keys below a prefix at one revision, in pages. */
  static DcsSnapshot list(Client client, String prefix, Duration limitEach)
      throws ExecutionException, TimeoutException, InterruptedException {
    var entries = new ArrayList<DcsEntry>();
    var revision = pages(client, prefix, 0, false, limitEach, kv -> entries.add(entry(kv)));
    return new DcsSnapshot(revision, entries);
  }

  /** When each key below a prefix was last written, as of a revision. */
  static Map<String, Long> keys(Client client, String prefix, long revision, Duration limitEach)
      throws ExecutionException, TimeoutException, InterruptedException {
    var keys = new HashMap<String, Long>();
    pages(
        client,
        prefix,
        revision,
        true,
        limitEach,
        kv -> keys.put(text(kv.getKey()), kv.getModRevision()));
    return keys;
  }

  private static long pages(
      Client client,
      String prefix,
      long atRevision,
      boolean keysOnly,
      Duration limitEach,
      Consumer<KeyValue> each)
      throws ExecutionException, TimeoutException, InterruptedException {
    var end = OptionsUtil.prefixEndOf(EtcdClients.bytes(prefix));
    var from = EtcdClients.bytes(prefix);
    var revision = atRevision;
    while (true) {
      var option =
          GetOption.builder()
              .withRange(end)
              .withLimit(PAGE)
              .withKeysOnly(keysOnly)
              .withRevision(revision);
      GetResponse page = await(client.getKVClient().get(from, option.build()), limitEach);
      if (revision == 0) {
        revision = page.getHeader().getRevision();
      }
      page.getKvs().forEach(each);
      if (!page.isMore() || page.getKvs().isEmpty()) {
        return revision;
      }
      from = after(page.getKvs().getLast().getKey());
    }
  }

  /** The DCS's revision now, by a linearizable read of next to nothing. */
  static long revision(Client client, String prefix, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    return await(client.getKVClient().get(EtcdClients.bytes(prefix)), limit)
        .getHeader()
        .getRevision();
  }

  static DcsChange change(WatchEvent event) {
    var kv = event.getKeyValue();
    return switch (event.getEventType()) {
      case DELETE -> new DcsChange.Deleted(text(kv.getKey()), kv.getModRevision());
      case PUT, UNRECOGNIZED -> new DcsChange.Put(entry(kv));
    };
  }

  private static DcsEntry entry(KeyValue kv) {
    return new DcsEntry(
        text(kv.getKey()),
        kv.getValue().getBytes(),
        kv.getCreateRevision(),
        kv.getModRevision(),
        kv.getVersion(),
        kv.getLease());
  }

  private static String text(ByteSequence key) {
    return key.toString(StandardCharsets.UTF_8);
  }

  private static ByteSequence after(ByteSequence key) {
    var bytes = key.getBytes();
    return ByteSequence.from(java.util.Arrays.copyOf(bytes, bytes.length + 1));
  }

  static <T> T await(CompletableFuture<T> answer, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw e;
    }
  }

  static List<String> clusters(DcsSnapshot snapshot, String prefix) {
    return snapshot.entries().stream()
        .map(entry -> entry.key().substring(prefix.length()))
        .filter(key -> key.indexOf('/') > 0)
        .map(key -> key.substring(0, key.indexOf('/')))
        .distinct()
        .sorted()
        .toList();
  }
}
