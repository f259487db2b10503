package dev.bascule.dcs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands between a client and a server on this machine, and can stop to forward without closing
 * anything, as a firewall does that drops packets.
 */
public final class CutProxy implements AutoCloseable {
  private final int target;
  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean cut;

  /** Begins to forward to a port of this machine. */
  public CutProxy(int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("cut-proxy").start(this::accept);
  }

  /** Where clients connect. */
  public String endpoint() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  /** Nothing is forwarded any more; connections stay open, new ones are accepted and left alone. */
  public void cut() {
    set(true);
  }

  /** Forwards again, what was held back included. */
  public void heal() {
    set(false);
  }

  private void set(boolean value) {
    lock.lock();
    try {
      cut = value;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitOpen() {
    lock.lock();
    try {
      while (cut) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    awaitOpen();
    try {
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      Thread.ofVirtual().start(() -> copy(client, far));
      copy(far, client);
    } catch (IOException e) {
      close(client);
    }
  }

  private void copy(Socket from, Socket to) {
    var buffer = new byte[16 * 1024];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitOpen();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // one side went away; the other one follows
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed, one way or the other
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(CutProxy::close);
    heal();
  }
}
