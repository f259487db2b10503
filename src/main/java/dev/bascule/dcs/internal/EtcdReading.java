package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.dcs.DcsSnapshot;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KeyValue;
import io.etcd.jetcd.kv.GetResponse;
import io.etcd.jetcd.options.GetOption;
import io.etcd.jetcd.watch.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Linearizable reads, with a limit each. */
final class EtcdReading {
  private static final int PAGE = 1000;

  private EtcdReading() {}

  /** All keys below a prefix at one revision, in pages. */
  static DcsSnapshot list(Client client, String prefix, Duration limitEach)
      throws ExecutionException, TimeoutException, InterruptedException {
    var end = io.etcd.jetcd.options.OptionsUtil.prefixEndOf(EtcdClients.bytes(prefix));
    var from = EtcdClients.bytes(prefix);
    var entries = new ArrayList<DcsEntry>();
    long revision = 0;
    while (true) {
      var option = GetOption.builder().withRange(end).withLimit(PAGE);
      if (revision > 0) {
        option.withRevision(revision);
      }
      GetResponse page = await(client.getKVClient().get(from, option.build()), limitEach);
      if (revision == 0) {
        revision = page.getHeader().getRevision();
      }
      page.getKvs().forEach(kv -> entries.add(entry(kv)));
      if (!page.isMore() || page.getKvs().isEmpty()) {
        return new DcsSnapshot(revision, entries);
      }
      from = after(page.getKvs().getLast().getKey());
    }
  }

  /** The newest write below a prefix and the number of keys: cheap signs of what a watch missed. */
  static Sign sign(Client client, String prefix, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var option =
        GetOption.builder()
            .isPrefix(true)
            .withKeysOnly(true)
            .withLimit(1)
            .withSortField(GetOption.SortTarget.MOD)
            .withSortOrder(GetOption.SortOrder.DESCEND)
            .build();
    var answer = await(client.getKVClient().get(EtcdClients.bytes(prefix), option), limit);
    return new Sign(
        answer.getHeader().getRevision(),
        answer.getKvs().isEmpty() ? 0 : answer.getKvs().getFirst().getModRevision(),
        answer.getCount());
  }

  record Sign(long revision, long newestWrite, long keys) {}

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
