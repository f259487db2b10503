package dev.bascule.topology.internal.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks many things at once, each on a thread of its own, and waits for the slowest. */
final class AllAtOnce {
  private AllAtOnce() {}

  /** The answers in the questions' order; none when the thread that waits is interrupted. */
  static <Q, A> Map<Q, A> ask(Collection<Q> questions, Function<Q, A> asking) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new LinkedHashMap<Q, Future<A>>();
      questions.forEach(
          question -> waiting.put(question, threads.submit(() -> asking.apply(question))));
      var answers = new LinkedHashMap<Q, A>();
      for (var entry : waiting.entrySet()) {
        answers.put(entry.getKey(), entry.getValue().get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question failed unexpectedly", e);
    }
  }
}
