/**
 * The live state of every cluster: its pure fold from keys, anomalies, age, and the journal of what
 * happened.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "inventory",
      "dcs",
      "patroni",
      "patroni :: rest",
      "ssh",
      "pglift",
      "secrets",
      "access",
      "audit",
      "ui"
    })
package dev.bascule.topology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
