/** Credentials encrypted at rest, lent briefly, never rendered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "ui"})
package dev.bascule.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
