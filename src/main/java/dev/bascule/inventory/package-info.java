/**
 * What is known and kept: hosts, clusters, DCS endpoints, environments, SSH accounts, host keys,
 * certificates.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "secrets",
      "dcs",
      "patroni",
      "patroni :: rest",
      "patroni :: rest",
      "ssh",
      "pglift",
      "ui"
    })
package dev.bascule.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
