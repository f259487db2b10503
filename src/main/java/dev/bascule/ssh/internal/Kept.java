package dev.bascule.ssh.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end, or until it is far too much, and keeps its beginning. */
final class Kept {
  private final int limit;
  private final long readLimit;

  @GuardedBy("this")
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @GuardedBy("this")
  private long read;

  Kept(int limit, long readLimit) {
    this.limit = limit;
    this.readLimit = readLimit;
  }

  /** Starts reading; the thread ends with the stream. */
  Thread reading(InputStream stream) {
    return Thread.ofVirtual().start(() -> readAll(stream));
  }

  private void readAll(InputStream stream) {
    var buffer = new byte[8192];
    try {
      for (var n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        if (!add(buffer, n)) {
          return;
        }
      }
    } catch (IOException e) {
      // the channel was closed under it: what came stays
    }
  }

  private synchronized boolean add(byte[] buffer, int n) {
    read += n;
    kept.write(buffer, 0, Math.min(n, Math.max(0, limit - kept.size())));
    return read <= readLimit;
  }

  synchronized boolean tooMuch() {
    return read > readLimit;
  }

  synchronized boolean truncated() {
    return read > limit;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
