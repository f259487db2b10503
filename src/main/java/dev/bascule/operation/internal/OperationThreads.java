package dev.bascule.operation.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The threads on which requests are carried out. Not an {@code Executor}: a bean of that type would
 * take the place of Spring's own.
 */
interface OperationThreads {
  /** Does it on a thread of its own. */
  void execute(Runnable work);

  /**
   * A virtual thread each. When the console ends they are interrupted: what was sent goes on on its
   * host, and the next start looks at what became of it.
   */
  @Component
  final class Virtual implements OperationThreads, DisposableBean {
    private final ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("operation-", 1).factory());

    @Override
    public void execute(Runnable work) {
      threads.execute(work);
    }

    @Override
    public void destroy() {
      threads.shutdownNow();
    }
  }
}
