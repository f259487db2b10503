package dev.bascule.bench;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.Watch;
import io.etcd.jetcd.lease.LeaseKeepAliveResponse;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.DeleteOption;
import io.etcd.jetcd.options.PutOption;
import io.etcd.jetcd.support.CloseableClient;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The bench's own account in the lab's etcd ({@code bench}, by its certificate). All it writes
 * hangs on leases that it keeps alive: whatever ends the bench, its keys are gone soon after.
 *
 * <p>There are several, because at each put with a lease etcd asks for every key of that lease
 * whether the account may write it.
 */
final class Account implements AutoCloseable {
  private static final int LEASES = 64;
  private static final long LEASE_SECONDS = 180;
  private static final long LIMIT_SECONDS = 20;

  private final Client client;
  private final List<Long> leases = new ArrayList<>();
  private final List<CloseableClient> kept = new ArrayList<>();
  private final String mine;

  /**
   * @param mine the prefix below which it writes, and no other
   */
  Account(BenchLab lab, String mine) throws Exception {
    if (!mine.startsWith("/service/bench-")) {
      throw new IllegalArgumentException(mine);
    }
    this.mine = mine;
    var tls =
        GrpcSslContexts.configure(SslContextBuilder.forClient())
            .trustManager(lab.pki("ca-cert.pem").toFile())
            .keyManager(lab.pki("bench-cert.pem").toFile(), lab.pki("bench-key.pem").toFile())
            .build();
    client =
        Client.builder()
            .endpoints(lab.endpoints().toArray(String[]::new))
            .sslContext(tls)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    for (int i = 0; i < LEASES; i++) {
      long lease =
          client.getLeaseClient().grant(LEASE_SECONDS).get(LIMIT_SECONDS, TimeUnit.SECONDS).getID();
      leases.add(lease);
      kept.add(client.getLeaseClient().keepAlive(lease, new Told()));
    }
  }

  /**
   * Writes keys in one revision.
   *
   * @param owner of the keys: those of one hang on one lease
   */
  CompletableFuture<?> write(String owner, Map<String, String> values) {
    var lease = leases.get(Math.floorMod(owner.hashCode(), LEASES));
    var option = PutOption.builder().withLeaseId(lease).build();
    if (values.size() == 1) {
      var one = values.entrySet().iterator().next();
      return client.getKVClient().put(key(one.getKey()), bytes(one.getValue()), option);
    }
    var puts =
        values.entrySet().stream()
            .map(one -> Op.put(key(one.getKey()), bytes(one.getValue()), option))
            .toArray(Op[]::new);
    return client.getKVClient().txn().Then(puts).commit();
  }

  /** Calls back with the value at each change of a key that may be anybody's. */
  Watch.Watcher watch(String key, Consumer<String> told) {
    return client
        .getWatchClient()
        .watch(
            bytes(key),
            response ->
                response
                    .getEvents()
                    .forEach(
                        event ->
                            told.accept(
                                event.getKeyValue().getValue().toString(StandardCharsets.UTF_8))));
  }

  private ByteSequence key(String key) {
    if (!key.startsWith(mine)) {
      throw new IllegalArgumentException(key + " is not the bench's to write");
    }
    return bytes(key);
  }

  private static ByteSequence bytes(String text) {
    return ByteSequence.from(text, StandardCharsets.UTF_8);
  }

  /** Takes everything away that it wrote. */
  @Override
  public void close() {
    try {
      kept.forEach(CloseableClient::close);
      client
          .getKVClient()
          .delete(bytes(mine), DeleteOption.builder().isPrefix(true).build())
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
      for (long lease : leases) {
        client.getLeaseClient().revoke(lease).get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      System.err.println(
          "bench: its keys below " + mine + " go with their leases, in three minutes: " + e);
    } finally {
      client.close();
    }
  }

  private static final class Told implements StreamObserver<LeaseKeepAliveResponse> {
    @Override
    public void onNext(LeaseKeepAliveResponse value) {}

    @Override
    public void onError(Throwable cause) {
      System.err.println("bench: a lease is not kept any more: " + cause);
    }

    @Override
    public void onCompleted() {}
  }
}
