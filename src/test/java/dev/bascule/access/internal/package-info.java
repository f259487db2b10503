/** Tests of what is kept and how. */
@NullMarked
package dev.bascule.access.internal;

import org.jspecify.annotations.NullMarked;
