/** The application's entry point; everything else lives in the rooms below it. */
@NullMarked
package dev.bascule;

import org.jspecify.annotations.NullMarked;
