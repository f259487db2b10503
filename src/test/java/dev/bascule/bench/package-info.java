/** Measures, on the real lab, how soon the pages show what happens. Not run with the tests. */
@NullMarked
package dev.bascule.bench;

import org.jspecify.annotations.NullMarked;
