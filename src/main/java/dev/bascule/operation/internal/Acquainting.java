package dev.bascule.operation.internal;

import dev.bascule.inventory.Hosts;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.Outcome;
import dev.bascule.ssh.SshFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A host that got a member is asked at once what it has now, so that commands can be sent to it.
 */
@Component
final class Acquainting implements Aftermath {
  private static final Logger log = LoggerFactory.getLogger(Acquainting.class);

  private final Hosts hosts;

  Acquainting(Hosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public void of(Request request, Outcome outcome) {
    if (!(request.asked().operation() instanceof AddMember add)) {
      return;
    }
    hosts
        .find(add.host())
        .ifPresent(
            host -> {
              try {
                hosts.collect(host.id());
              } catch (SshFailure e) {
                log.info("{} will be asked later: {}", add.host(), e.getMessage());
              }
            });
  }
}
