package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** One thread for each node that is asked. */
final class ProbeRun implements InterruptionProbe.Run {
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofMillis(900);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** The newest samples of each node: ten minutes' worth. */
  private static final int MOST = 6000;

  private static final MemberName ENTRY_POINT = new MemberName("entry point");

  private final PatroniRest rest;
  private final Instant startedAt;
  private final MemberName oldLeader;
  private final long start = System.nanoTime();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Deque<Sample>> series = new ArrayList<>();
  private final Deque<Sample> entryPoint = new ArrayDeque<>();
  private volatile boolean closed;

  ProbeRun(PatroniRest rest, Instant startedAt, MemberName oldLeader) {
    this.rest = rest;
    this.startedAt = startedAt;
    this.oldLeader = oldLeader;
  }

  void ask(MemberName member, RestTarget target) {
    var samples = new ArrayDeque<Sample>();
    synchronized (series) {
      series.add(samples);
    }
    begin(member.value(), samples, turn -> sample(member, target, turn));
  }

  void knock(InetSocketAddress address) {
    begin(ENTRY_POINT.value(), entryPoint, turn -> knockOnce(address));
  }

  private void begin(String name, Deque<Sample> samples, LongFunction<Sample> question) {
    threads.add(Thread.ofVirtual().name("probe-" + name).start(() -> repeat(samples, question)));
  }

  private void repeat(Deque<Sample> samples, LongFunction<Sample> question) {
    long turn = 0;
    while (!closed && since().compareTo(LONGEST) < 0) {
      var sample = question.apply(turn);
      synchronized (series) {
        if (samples.size() == MOST) {
          samples.removeFirst();
        }
        samples.addLast(sample);
      }
      // the next tick that is still to come: those that passed meanwhile are skipped
      turn = since().dividedBy(EVERY) + 1;
      try {
        TimeUnit.NANOSECONDS.sleep(EVERY.multipliedBy(turn).minus(since()).toNanos());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Both checks tell the status; every other one tells about the leader key, too. */
  private Sample sample(MemberName member, RestTarget target, long turn) {
    var asked = since();
    try {
      if (turn % 2 == 0) {
        var status = rest.status(target, LIMIT);
        return Sample.of(member, asked, since(), status, null);
      }
      var primary = rest.primary(target, LIMIT);
      return Sample.of(member, asked, since(), primary.status(), primary.holdsKey());
    } catch (RestFailed e) {
      return Sample.silent(member, asked, since(), e.trouble());
    }
  }

  private Sample knockOnce(InetSocketAddress address) {
    var asked = since();
    try (var socket = new Socket()) {
      socket.connect(address, (int) LIMIT.toMillis());
      return new Sample(ENTRY_POINT, asked, since(), true, null, null, "open");
    } catch (IOException e) {
      return new Sample(ENTRY_POINT, asked, since(), false, null, null, "closed");
    }
  }

  private Duration since() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public InterruptionReport report() {
    synchronized (series) {
      var all = new ArrayList<Sample>();
      series.forEach(all::addAll);
      return InterruptionReport.of(startedAt, oldLeader, all, List.copyOf(entryPoint));
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
