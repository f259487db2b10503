/**
 * Patroni's words: what its keys and JSON mean, its REST API (reading only) and the probe that
 * measures interruptions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bascule.patroni;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
