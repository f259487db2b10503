/** Policies, votes and expiry: who must agree before something is done. */
@NullMarked
@ApplicationModule(allowedDependencies = {"inventory", "access", "audit", "ui"})
package dev.bascule.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
