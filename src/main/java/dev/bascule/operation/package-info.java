/**
 * Every operation from intent to measured outcome: checks, plan, request, dispatch at most once,
 * reconciling, report.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "topology",
      "topology :: pages",
      "inventory",
      "approval",
      "patroni",
      "patroni :: rest",
      "ssh",
      "pglift",
      "secrets",
      "audit",
      "access",
      "ui"
    })
package dev.bascule.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
