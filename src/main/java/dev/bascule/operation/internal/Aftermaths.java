package dev.bascule.operation.internal;

import dev.bascule.operation.Outcome;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** All that an outcome means, one after the other. */
@Component
@Primary
final class Aftermaths implements Aftermath {
  private final Retiring retiring;
  private final Acquainting acquainting;

  Aftermaths(Retiring retiring, Acquainting acquainting) {
    this.retiring = retiring;
    this.acquainting = acquainting;
  }

  @Override
  public void of(Request request, Outcome outcome) throws InterruptedException {
    retiring.of(request, outcome);
    acquainting.of(request, outcome);
  }
}
