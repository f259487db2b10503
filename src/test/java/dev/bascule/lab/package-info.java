/** Scenarios on the real lab, in a real browser: one class a scenario. */
@NullMarked
package dev.bascule.lab;

import org.jspecify.annotations.NullMarked;
