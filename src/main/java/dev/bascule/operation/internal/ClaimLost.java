package dev.bascule.operation.internal;

import dev.bascule.operation.RequestId;

/**
 * Another run of the console holds the cluster for the request: it took this one for gone, as after
 * a long pause of the whole machine. It looks at what became of the request, and this run may not
 * send anything more.
 */
final class ClaimLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClaimLost(RequestId request) {
    super("Request " + request + " is carried out by another console now");
  }
}
