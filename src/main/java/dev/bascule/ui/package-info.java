/**
 * The frame of every page and the shared pieces: shell, theme, live binding, badges, translation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bascule.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
