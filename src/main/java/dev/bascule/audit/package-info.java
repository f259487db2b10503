/** The append-only chained log, its search and its check. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "ui"})
package dev.bascule.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
