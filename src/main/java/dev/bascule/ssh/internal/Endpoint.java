package dev.bascule.ssh.internal;

import dev.bascule.ssh.SshTarget;

/** What one connection is for: an account on a host. */
record Endpoint(String host, int port, String account) {
  static Endpoint of(SshTarget target) {
    return new Endpoint(target.host(), target.port(), target.account());
  }
}
