/** How pglift and psql are called and understood. */
@NullMarked
package dev.bascule.pglift.internal;

import org.jspecify.annotations.NullMarked;
