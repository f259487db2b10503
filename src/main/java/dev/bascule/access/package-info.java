/**
 * People, roles, scopes, sign-in and the Actor; publishes what happens so that it needs no audit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui"})
package dev.bascule.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
